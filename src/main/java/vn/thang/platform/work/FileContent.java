package vn.thang.platform.work;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** What a file holds: it is written where it is wanted, and need not be held as a whole. */
@FunctionalInterface
public interface FileContent {

    void to(OutputStream out) throws IOException;

    /** Says that nobody writes it any more. */
    default void end() {
    }

    /** Returns it as a whole, for what is known to be small. */
    default byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            to(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
