package vn.thang.catalog.programme;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thang.catalog.document.CatalogFolder;
import vn.thang.catalog.document.Document;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.document.Hindrance;
import vn.thang.catalog.document.Schema;
import vn.thang.platform.Texts;

/**
 * Reads one version of the programme by itself: each file as YAML, against its schema and against rules that a schema cannot
 * say, and the words against the structure once that is sound.
 */
public final class ProgrammeReader {

    public static final String STRUCTURE = "programme.yaml";
    public static final String INDICATORS = "indicators.yaml";
    private static final String FOLDER = "programme/";

    private final CatalogFolder folder;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, JsonNode> texts = new LinkedHashMap<>();
    private Document programme;
    private Document indicators;
    private boolean structured;

    private ProgrammeReader(CatalogFolder folder) {
        this.folder = folder;
    }

    public static ProgrammeReader read(CatalogFolder folder) {
        ProgrammeReader reader = new ProgrammeReader(folder);
        reader.read();
        return reader;
    }

    private void read() {
        programme = document(STRUCTURE, Schema.PROGRAMME);
        faults.addAll(ProgrammeRules.check(programme));
        indicators = document(INDICATORS, Schema.INDICATORS);
        structured = !Hindrance.in(faults);
        if (structured) {
            faults.addAll(IndicatorRules.check(programme, indicators));
            faults.addAll(BreakRules.check(programme, "/targets"));
            faults.addAll(BreakRules.check(indicators, "/indicators"));
        }
        for (String language : Texts.codes()) {
            Document text = document("texts." + language + ".yaml", Schema.PROGRAMME_TEXTS);
            if (structured && text.read()) {
                faults.addAll(ProgrammeRules.check(programme, text));
                faults.addAll(IndicatorRules.checkTexts(indicators, text));
                faults.addAll(BreakRules.checkTexts(programme, indicators, text));
            }
            texts.put(language, text.root());
        }
    }

    private Document document(String name, Schema schema) {
        return folder.document(FOLDER + name, schema, faults);
    }

    /** The names of the files that a version of the programme consists of. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of(STRUCTURE, INDICATORS));
        Texts.codes().forEach(language -> names.add("texts." + language + ".yaml"));
        return names;
    }

    /** The files of the version in the folder. */
    public static Map<String, byte[]> files(CatalogFolder folder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        names().forEach(name -> files.put(name, folder.content(FOLDER + name).orElseThrow()));
        return files;
    }

    /** The hash of the version in the folder in hexadecimal; empty where one of its files is not there. */
    public static Optional<String> hash(CatalogFolder folder) {
        return folder.hashOfAll(FOLDER.substring(0, FOLDER.length() - 1), names());
    }

    /** What the files of a version name themselves; empty where that cannot be read. */
    public static Optional<String> ref(JsonNode structure) {
        return structure.path("version").isTextual()
                ? Optional.of(structure.path("id").asText() + "/" + structure.path("version").asText())
                : Optional.empty();
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Whether the structure is sound, so that models can be held against it. */
    public boolean structured() {
        return structured;
    }

    /** The version where it can be used, as one is that was published whatever rules came later; else a fault says why not. */
    public Optional<ProgrammeEdition> usable() {
        if (Hindrance.in(faults)) {
            return Optional.empty();
        }
        try {
            return Optional.of(edition());
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException | DateTimeException failure) {
            faults.add(programme.fault("", "uncomputed", failure.getMessage()));
            return Optional.empty();
        }
    }

    public Document programme() {
        return programme;
    }

    public Document indicators() {
        return indicators;
    }

    /** Returns the SHA-256 of its files in hexadecimal; only where all of them are there. */
    public String hash() {
        return folder.hash(FOLDER.substring(0, FOLDER.length() - 1), names());
    }

    /** The version; only where there is no fault that hinders it. */
    public ProgrammeEdition edition() {
        Map<String, ProgrammeTexts> words = new LinkedHashMap<>();
        texts.forEach((language, root) -> words.put(language, new ProgrammeTexts(root)));
        return new ProgrammeEdition(ref(programme.root()).orElseThrow(),
                hash(),
                Programme.of(programme.root()), words, Indicator.of(indicators.root()),
                Breaks.of(programme.root(), indicators.root()));
    }
}
