package vn.thang.platform.work;

/** A file that work has made. */
public record WorkFile(String name, String mediaType, FileContent content) {

    /** A file that is held in memory. */
    public WorkFile(String name, String mediaType, byte[] bytes) {
        this(name, mediaType, out -> out.write(bytes));
    }
}
