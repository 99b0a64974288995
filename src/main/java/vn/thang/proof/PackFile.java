package vn.thang.proof;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.thang.platform.InertText;
import vn.thang.platform.Sha256;

/** The file of an evidence pack while it is written: what comes in is counted and hashed, and the manifest comes last. */
final class PackFile implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    /** Of matters it tells the readings, and hides them where they are restricted. */
    static final String FORMAT = "thang-pack-5";
    /** Since this one, entries that the reader may not see stand in a pack by their hash. */
    private static final String FOURTH_FORMAT = "thang-pack-4";
    /** Since this one, packs know samples, and of matters figure and money. */
    private static final String THIRD_FORMAT = "thang-pack-3";
    /** Of the packs that know no sample, and of matters neither figure nor money. */
    private static final String SECOND_FORMAT = "thang-pack-2";
    /** Of the packs whose texts have an apostrophe before them as a whole, and before no beginning inside. */
    private static final String FIRST_FORMAT = "thang-pack-1";

    private static final LocalDateTime WRITTEN = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final JsonArrayBuilder files = Json.createArrayBuilder();
    private final Set<String> names = new TreeSet<>();
    private long size;

    PackFile(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Returns how a cell of a pack of this format is read as what stood there before it was made inert. */
    static UnaryOperator<String> reading(String format) {
        return format.equals(FIRST_FORMAT) ? cell -> cell.startsWith("'") ? cell.substring(1) : cell : InertText::read;
    }

    /** Whether packs of this format know no sample, and of matters neither figure nor money. */
    static boolean isBeforeSamples(String format) {
        return format.equals(FIRST_FORMAT) || format.equals(SECOND_FORMAT);
    }

    /** Whether packs of this format tell of matters no readings. */
    static boolean isBeforeReadings(String format) {
        return isBeforeSamples(format) || format.equals(THIRD_FORMAT) || format.equals(FOURTH_FORMAT);
    }

    /** Writes something into the pack. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    void add(String name, Content content) {
        if (!names.add(name)) {
            throw new IllegalStateException(name + " stands in the pack twice");
        }
        try {
            zip.putNextEntry(entry(name));
            Counted counted = new Counted(zip, Sha256.begin());
            OutputStream buffered = new BufferedOutputStream(counted);
            content.to(buffered);
            buffered.flush();
            zip.closeEntry();
            files.add(Json.createObjectBuilder().add("name", name).add("size", counted.count)
                    .add("sha256", HexFormat.of().formatHex(counted.digest.digest())));
            size += counted.count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(String name, String text) {
        add(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    int count() {
        return names.size();
    }

    /** Bytes so far, before they are packed. */
    long size() {
        return size;
    }

    /** Ends the pack by what it says of itself. */
    void end(JsonObjectBuilder about) {
        try {
            zip.putNextEntry(entry(MANIFEST));
            zip.write(about.add("files", files).build().toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** The same content gives the same bytes. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(WRITTEN);
        return entry;
    }

    /** Counts and hashes what goes through, and stays open. */
    private static final class Counted extends FilterOutputStream {

        private final MessageDigest digest;
        private long count;

        Counted(OutputStream out, MessageDigest digest) {
            super(new DigestOutputStream(out, digest));
            this.digest = digest;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            count++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            count += length;
        }
    }
}
