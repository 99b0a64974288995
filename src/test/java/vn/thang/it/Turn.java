package vn.thang.it;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** One process after the other: two sets of tests share what is unpacked or installed once for the project. */
final class Turn implements AutoCloseable {

    private final FileChannel channel;

    private Turn(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits until no other process has a turn of this name; it ends with the process at the latest. */
    static Turn of(String name) throws IOException {
        FileChannel channel = FileChannel.open(Files.createDirectories(Path.of("target")).resolve(name + ".lock"),
                CREATE,
                WRITE);
        channel.lock();
        return new Turn(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
