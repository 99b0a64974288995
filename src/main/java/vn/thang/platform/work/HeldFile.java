package vn.thang.platform.work;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import vn.thang.platform.Sha256;

/** A file of any size that work has made: it lies on the disk of this node until it is kept, and not in memory. */
public final class HeldFile implements FileContent {

    private final Path place;
    private final String sha256;

    private HeldFile(Path place, String sha256) {
        this.place = place;
        this.sha256 = sha256;
    }

    /** Writes it; nothing is left where that fails. */
    public static HeldFile of(FileContent writer) throws IOException {
        Path place = Files.createTempFile("thang-work", ".part");
        MessageDigest digest = Sha256.begin();
        boolean written = false;
        try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(place)),
                digest)) {
            writer.to(out);
            written = true;
        } finally {
            if (!written) {
                Files.delete(place);
            }
        }
        place.toFile().deleteOnExit();
        return new HeldFile(place, HexFormat.of().formatHex(digest.digest()));
    }

    Path place() {
        return place;
    }

    public String sha256() {
        return sha256;
    }

    @Override
    public void to(OutputStream out) throws IOException {
        Files.copy(place, out);
    }

    @Override
    public void end() {
        try {
            Files.deleteIfExists(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
