package vn.thang.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key with which the credentials of connectors are sealed: made once, beside the data that it opens, readable by its owner alone. */
public final class ConnectorKey {

    private static final int BYTES = 32;

    private ConnectorKey() {
    }

    /** The file of the key in this folder. */
    public static Path in(Path folder) throws IOException {
        return made(folder.resolve("connectors.key"), "");
    }

    /** Makes the file with a new key behind this name, unless there is one. */
    static Path made(Path file, String name) throws IOException {
        if (Files.notExists(file)) {
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            PrivateFile.write(file, name + Base64.getEncoder().encodeToString(key));
        }
        return file;
    }
}
