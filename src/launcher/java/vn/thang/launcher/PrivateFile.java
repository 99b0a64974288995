package vn.thang.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file for its owner alone, where files have such rights; on Windows those of the folder hold. */
final class PrivateFile {

    private PrivateFile() {
    }

    /** Writes it, and makes it before where it is not there. */
    static void write(Path file, String text) throws IOException {
        if (Files.notExists(file)) {
            Files.createFile(file, file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[]{
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                    : new FileAttribute<?>[0]);
        }
        Files.writeString(file, text);
    }
}
