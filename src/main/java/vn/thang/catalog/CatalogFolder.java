package vn.thang.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of the catalog are: packed with the application, or in a folder of whoever runs it. */
final class CatalogFolder {

    private static final int LARGEST_FILE = 3_000_000;

    private final Path folder;

    private CatalogFolder(Path folder) {
        this.folder = folder;
    }

    static CatalogFolder packed() {
        return new CatalogFolder(null);
    }

    static CatalogFolder at(Path folder) {
        return new CatalogFolder(folder);
    }

    /** The content of a file; empty when there is none. */
    Optional<byte[]> content(String file) {
        try (InputStream in = open(file)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] content = in.readNBytes(LARGEST_FILE + 1);
            if (content.length > LARGEST_FILE) {
                throw new IOException(file + " is larger than " + LARGEST_FILE + " bytes");
            }
            return Optional.of(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String file) throws IOException {
        if (folder == null) {
            return CatalogFolder.class.getResourceAsStream("/maturity-model/" + file);
        }
        Path path = folder.resolve(file);
        return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
    }
}
