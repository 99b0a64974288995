package vn.thang.open;

/** A file that everybody reads, without its content. */
record OpenFileLine(String name, String mediaType, long size, String sha256) {
}
