package vn.thang.operation;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files for Prometheus and Grafana that ship, as tests read them. */
final class WatchFiles {

    private static final Path FOLDER = Path.of("payara-config/watch");
    private static final Pattern NAME = Pattern.compile("\\b(?:thang|jvm|process|system)_[a-z_]+");

    private WatchFiles() {
    }

    /** An alert rule. */
    record Rule(String name, String expression, String severity, Map<String, String> annotations) {
    }

    static List<Rule> rules() throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (Object group : (List<?>) ((Map<?, ?>) yaml("thang-rules.yml")).get("groups")) {
            for (Object one : (List<?>) ((Map<?, ?>) group).get("rules")) {
                Map<?, ?> rule = (Map<?, ?>) one;
                rules.add(new Rule(text(rule.get("alert")), text(rule.get("expr")),
                        text(((Map<?, ?>) rule.get("labels")).get("severity")), annotations(rule)));
            }
        }
        return rules;
    }

    private static Map<String, String> annotations(Map<?, ?> rule) {
        Map<String, String> annotations = new java.util.TreeMap<>();
        ((Map<?, ?>) rule.get("annotations")).forEach((name, text) -> annotations.put(text(name), text(text)));
        return annotations;
    }

    /** Every expression of the dashboard. */
    static List<String> panels() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (Object panel : (List<?>) ((Map<?, ?>) yaml("grafana.json")).get("panels")) {
            for (Object target : (List<?>) ((Map<?, ?>) panel).get("targets")) {
                expressions.add(text(((Map<?, ?>) target).get("expr")));
            }
        }
        return expressions;
    }

    static Object yaml(String file) throws IOException {
        try (Reader text = Files.newBufferedReader(FOLDER.resolve(file))) {
            return new Load(LoadSettings.builder().build()).loadFromReader(text);
        }
    }

    /** The names of what an expression asks for. */
    static Set<String> names(String expression) {
        return NAME.matcher(expression).results().map(name -> name.group()).collect(TreeSet::new, Set::add,
                Set::addAll);
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }
}
