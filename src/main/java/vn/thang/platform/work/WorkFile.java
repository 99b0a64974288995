package vn.thang.platform.work;

/**
 * A file that work has made.
 *
 * @param sha256 of the content in hexadecimal digits; null before it is kept, and where an earlier release kept it
 */
public record WorkFile(String name, String mediaType, FileContent content, String sha256) {

    public WorkFile(String name, String mediaType, FileContent content) {
        this(name, mediaType, content, null);
    }

    /** A file that is held in memory. */
    public WorkFile(String name, String mediaType, byte[] bytes) {
        this(name, mediaType, out -> out.write(bytes));
    }
}
