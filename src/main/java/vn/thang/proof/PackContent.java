package vn.thang.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import vn.thang.platform.Sha256;

/** What lies in an evidence pack, by the names of its files. */
record PackContent(ZipFile zip) {

    private static final int BUFFER = 65_536;

    /** Returns the SHA-256 of the whole file. */
    static String digest(Path file) throws IOException {
        return digest(Files.newInputStream(file));
    }

    /** Returns the SHA-256 of a file in it. */
    String digest(String name) throws IOException {
        return digest(zip.getInputStream(zip.getEntry(name)));
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** Returns the names of all files. */
    List<String> names() {
        return names("");
    }

    /** Reads a row of a table. */
    interface RowReader {
        void read(CSVRecord row) throws IOException;
    }

    void csv(PackTable table, RowReader reader) throws IOException {
        if (zip.getEntry(table.file()) == null || zip.getEntry(table.file()).getSize() == 0) {
            return;
        }
        try (Reader text = new InputStreamReader(zip.getInputStream(zip.getEntry(table.file())),
                StandardCharsets.UTF_8);
                var rows = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(text)) {
            for (CSVRecord row : rows) {
                reader.read(row);
            }
        }
    }

    List<String> names(String begin) {
        return zip.stream().map(ZipEntry::getName).filter(name -> name.startsWith(begin)).sorted().toList();
    }

    List<String> lines(String name) throws IOException {
        List<String> lines = new ArrayList<>();
        each(name, lines::add);
        return lines;
    }

    void each(String name, Consumer<String> reader) throws IOException {
        if (zip.getEntry(name) == null) {
            return;
        }
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(zip.getInputStream(zip.getEntry(name)), StandardCharsets.UTF_8))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (!line.isEmpty()) {
                    reader.accept(line);
                }
            }
        }
    }

    byte[] read(String name) throws IOException {
        try (InputStream content = zip.getInputStream(zip.getEntry(name))) {
            return content.readAllBytes();
        }
    }

    private static String digest(InputStream content) throws IOException {
        try (content) {
            MessageDigest digest = Sha256.begin();
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
