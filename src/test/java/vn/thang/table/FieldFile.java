package vn.thang.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files as people sent them, reduced to what went wrong. */
public final class FieldFile {

    private FieldFile() {
    }

    public static byte[] read(String name) {
        try (InputStream file = FieldFile.class.getResourceAsStream("/field/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
