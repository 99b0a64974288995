package vn.thang.launcher;

import java.io.IOException;
import java.nio.file.Path;

/** The keys with which secrets of people are sealed and cookies signed, each with its name: one is made beside the data. */
public final class SecretsKey {

    private SecretsKey() {
    }

    /** The file of the keys in this folder. */
    public static Path in(Path folder) throws IOException {
        return ConnectorKey.made(folder.resolve("secrets.key"), "first ");
    }
}
