package vn.thang.platform.work;

/** A file that work has made. */
public record WorkFile(String name, String mediaType, byte[] content) {
}
