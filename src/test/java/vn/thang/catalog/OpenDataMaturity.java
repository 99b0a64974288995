package vn.thang.catalog;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The Open Data Maturity questionnaire of 2023 as published: the questions with their maximum, and what eight countries
 * answered and were given. Questions without a maximum, or with a maximum of zero, do not count and are left out.
 */
public final class OpenDataMaturity {

    static final List<String> COUNTRIES = List.of("AL", "AT", "DE", "EE", "FI", "IE", "NL", "PL");

    /**
     * What a country answered, and what was published for it.
     *
     * @param answers   question to answer
     * @param published dimension, part or section to its published sum; the total under the empty code
     */
    public record Country(Map<String, String> answers, Map<String, Integer> published) {
    }

    /** Question to maximum, only those that count. */
    final Map<String, Integer> maxima = new LinkedHashMap<>();
    /** Question to its answers and the points each was given. */
    final Map<String, Map<String, Integer>> options = new LinkedHashMap<>();
    /** Question to the section it stands in. */
    final Map<String, String> sections = new LinkedHashMap<>();
    public final Map<String, Country> countries = new LinkedHashMap<>();

    private final Path folder;

    /** The folder of the data, beside the project; empty where it is not there. */
    public static Optional<OpenDataMaturity> find() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            for (String place : List.of("shared/data/odm2023", "../shared/data/odm2023")) {
                Path folder = Path.of(System.getProperty("odm2023", at.resolve(place).toString()));
                if (Files.exists(folder.resolve("scoring.csv"))) {
                    return Optional.of(new OpenDataMaturity(folder));
                }
            }
        }
        return Optional.empty();
    }

    private OpenDataMaturity(Path folder) {
        this.folder = folder;
        for (CSVRecord row : rows("scoring.csv")) {
            if (row.get(1).matches("[1-9][0-9]*")) {
                maxima.put(row.get(0), Integer.valueOf(row.get(1)));
            }
        }
        COUNTRIES.forEach(code -> countries.put(code, country(rows(code + ".csv"))));
    }

    private Country country(List<CSVRecord> rows) {
        Country country = new Country(new LinkedHashMap<>(), new LinkedHashMap<>());
        String section = "";
        int sectionsOfD23 = 0;
        for (CSVRecord row : rows) {
            String id = row.get(0);
            if (id.equals("TotalScore")) {
                country.published.put("", Integer.valueOf(row.get(6)));
            } else if (id.matches("D[1-4].*")) {
                // some files name the third section of D2.3 "D2.3b" once more, so they are named by their order
                section = id.matches("D2\\.3[a-d]") ? "D2.3" + "abcd".charAt(sectionsOfD23++) : id;
                country.published.put(section, Integer.valueOf(row.get(6)));
            } else if (maxima.containsKey(id)) {
                String answer = row.get(1).isEmpty() ? "(blank)" : row.get(1);
                int points = Integer.parseInt(row.get(6));
                Integer before = options.computeIfAbsent(id, q -> new LinkedHashMap<>()).put(answer, points);
                if (before != null && before != points) {
                    throw new IllegalStateException(
                            "The answer " + answer + " to " + id + " was given different points");
                }
                sections.putIfAbsent(id, section);
                country.answers.put(id, answer);
            }
        }
        return country;
    }

    /** The structure as model.yaml has it; a dimension weighs what its questions can bring. */
    public ObjectNode model() {
        ObjectNode model = new JsonMapper().createObjectNode();
        model.put("id", "open-data-maturity").put("version", "2023").put("status", "in-force");
        model.putArray("bands").add(0.5).add(1.25).add(2.5).add(3.75).add(4.5);
        Map<String, ObjectNode> nodes = new LinkedHashMap<>();
        nodes.put("", model);
        sections.forEach((question, section) -> {
            ObjectNode criterion = dimension(section, nodes).withArrayProperty("criteria").addObject();
            criterion.put("code", question).put("weight", maxima.get(question));
            ObjectNode points = criterion.putObject("scale").putObject("points");
            options.get(question).forEach(points::put);
            for (String code = section; !code.isEmpty(); code = parent(code)) {
                ObjectNode node = nodes.get(code);
                node.put("weight", node.path("weight").asInt() + maxima.get(question));
            }
        });
        return model;
    }

    private static ObjectNode dimension(String code, Map<String, ObjectNode> nodes) {
        if (!nodes.containsKey(code)) {
            ArrayNode siblings = dimension(parent(code), nodes).withArrayProperty("dimensions");
            nodes.put(code, siblings.addObject().put("code", code));
        }
        return nodes.get(code);
    }

    /** D2.3a is part of D2.3, which is part of D2, which is part of the whole. */
    private static String parent(String code) {
        if (code.matches("D[1-4]\\.[0-9][a-d]")) {
            return code.substring(0, 4);
        }
        return code.contains(".") ? code.substring(0, 2) : "";
    }

    /** The words for that structure, with the questions as they were asked. */
    public ObjectNode texts() {
        JsonMapper json = new JsonMapper();
        ObjectNode texts = json.createObjectNode();
        texts.putObject("model").put("title", "Open Data Maturity 2023").put("summary", "As published.").put("notice",
                "CC BY 4.0");
        for (int level = 1; level <= 5; level++) {
            texts.withObjectProperty("levels").putObject(String.valueOf(level)).put("name", "Level " + level)
                    .put("summary", "Level " + level);
        }
        texts.putObject("evidenceKinds");
        countries.get("AT").published.keySet().stream().filter(code -> !code.isEmpty())
                .forEach(code -> texts.withObjectProperty("dimensions").putObject(code).put("name", code)
                        .put("short", code).put("description", code));
        Map<String, String> asked = new LinkedHashMap<>();
        rows("questions.csv").forEach(row -> asked.put(row.get(0), row.get(1)));
        sections.keySet().forEach(question -> {
            ObjectNode criterion = texts.withObjectProperty("criteria").putObject(question);
            criterion.put("name", "Question " + question).put("question", asked.get(question));
            options.get(question).keySet()
                    .forEach(option -> criterion.withObjectProperty("options").put(option, option));
        });
        return texts;
    }

    private List<CSVRecord> rows(String file) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(folder.resolve(file), StandardCharsets.UTF_8, format)) {
            return new ArrayList<>(parser.getRecords());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
