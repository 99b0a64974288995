package vn.thang.catalog.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of the catalog are: packed with the application, or in a folder of whoever runs it; those of published
 * versions and of drafts lie over them.
 */
public final class CatalogFolder {

    private static final int LARGEST_FILE = 3_000_000;
    private static final String PROGRAMME = "programme";
    private static final List<String> BESIDE_PROGRAMME = List.of("agencies.csv", "tiles.csv");

    private final Path folder;
    private final Map<String, Map<String, byte[]>> over;

    private CatalogFolder(Path folder, Map<String, Map<String, byte[]>> over) {
        this.folder = folder;
        this.over = over;
    }

    public static CatalogFolder packed() {
        return new CatalogFolder(null, Map.of());
    }

    public static CatalogFolder at(Path folder) {
        return new CatalogFolder(folder, Map.of());
    }

    /** Returns the folder as it would be if a version of a model had these files and no others. */
    public CatalogFolder with(String ref, Map<String, byte[]> files) {
        Map<String, Map<String, byte[]>> all = new HashMap<>(over);
        all.put(ref, files);
        return new CatalogFolder(folder, all);
    }

    /**
     * Returns the folder with the files of a version of the programme; agencies and the map stay those of the folder.
     */
    public CatalogFolder withProgramme(Map<String, byte[]> files) {
        Map<String, byte[]> all = new HashMap<>(files);
        for (String beside : BESIDE_PROGRAMME) {
            content(PROGRAMME + "/" + beside).ifPresent(content -> all.put(beside, content));
        }
        return with(PROGRAMME, all);
    }

    /** The content of a file; empty when there is none. */
    public Optional<byte[]> content(String file) {
        int name = file.lastIndexOf('/');
        if (name > 0 && over.containsKey(file.substring(0, name))) {
            return Optional.ofNullable(over.get(file.substring(0, name)).get(file.substring(name + 1)));
        }
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

    /** Reads a file against its schema; what is wrong with it comes to the faults. */
    public Document document(String file, Schema schema, List<Fault> faults) {
        Optional<byte[]> content = content(file);
        if (content.isEmpty()) {
            Document missing = Document.unread(file);
            faults.add(missing.fault("", "missing"));
            return missing;
        }
        Document document = YamlReader.read(file, content.get(), faults);
        if (document.read()) {
            faults.addAll(schema.check(document));
        }
        return document;
    }

    /** Returns a hash over the names and contents of the files of a version, so that any change of them is another hash. */
    public String hash(String ref, List<String> names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : names) {
                byte[] content = content(ref + "/" + file).orElseThrow();
                byte[] canonical = new String(content, StandardCharsets.UTF_8).replace("\uFEFF", "")
                        .replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
                digest.update((file + "\n" + canonical.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(canonical);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same; empty where one of the files is not there. */
    public Optional<String> hashOfAll(String ref, List<String> names) {
        return names.stream().allMatch(name -> content(ref + "/" + name).isPresent()) ? Optional.of(hash(ref, names))
                : Optional.empty();
    }

    private InputStream open(String file) throws IOException {
        if (folder == null) {
            return CatalogFolder.class.getResourceAsStream("/maturity-model/" + file);
        }
        Path path = folder.resolve(file);
        return Files.isRegularFile(path) ? Files.newInputStream(path) : null;
    }
}
