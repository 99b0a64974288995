package vn.thang.drafting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives with drafts of the national model, as administrators upload them. */
final class GivenDraft {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private GivenDraft() {
    }

    /** The version that ships, under another number, and going on from it. */
    static GivenDraft ofVersion(String version) {
        GivenDraft archive = new GivenDraft();
        for (String name : List.of("model.yaml", "texts.vi.yaml", "texts.en.yaml", "texts.de.yaml")) {
            try (InputStream in = GivenDraft.class.getResourceAsStream("/maturity-model/vn-dgm/1.1/" + name)) {
                archive.files.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return archive.changed("model.yaml", text -> text.replace("version: \"1.1\"", "version: \"" + version + "\"")
                .replaceAll("(?s)continues:\n.*?\ngates:", "continues: {version: \"1.1\", whole: joined}\ngates:"));
    }

    /** The programme that ships, under another number. */
    static GivenDraft ofProgramme(String version) {
        GivenDraft archive = new GivenDraft();
        for (String name : List.of("programme.yaml", "indicators.yaml", "texts.vi.yaml", "texts.en.yaml",
                "texts.de.yaml")) {
            try (InputStream in = GivenDraft.class.getResourceAsStream("/maturity-model/programme/" + name)) {
                archive.files.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return archive.changed("programme.yaml",
                text -> text.replace("version: \"1.0\"", "version: \"" + version + "\""));
    }

    static GivenDraft empty() {
        return new GivenDraft();
    }

    GivenDraft changed(String name, UnaryOperator<String> change) {
        String text = new String(files.get(name), StandardCharsets.UTF_8);
        String other = change.apply(text);
        if (other.equals(text)) {
            throw new IllegalArgumentException("nothing changes in " + name);
        }
        return with(name, other.getBytes(StandardCharsets.UTF_8));
    }

    GivenDraft with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    GivenDraft without(String name) {
        files.remove(name);
        return this;
    }

    /** The files as somebody chooses them together. */
    List<ChosenFile> chosen() {
        return files.entrySet().stream().map(file -> new ChosenFile(file.getKey(), file.getValue())).toList();
    }

    /** The files in this folder of the archive; none for an empty name. */
    byte[] in(String folder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(folder + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
