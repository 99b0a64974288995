package vn.thang.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the theme of the components from the one that the library brings. It keeps the families of components that pages
 * use, turns fixed colours into the tokens of thang.css, and leaves out what thang.css says itself: font, ring of the focus,
 * transitions. Run it after a family is added or the library is renewed; {@link ThemeTest} compares.
 */
final class ThemeMaker {

    static final Path THEME = Path.of("src/main/webapp/resources/thang/theme.css");

    private static final String SAGA = "META-INF/resources/primefaces-saga-blue/theme.css";

    /** The families of classes, .ui-family, of what every component is made of. */
    static final Set<String> PARTS = Set.of("widget icon state shadow fluid button input inputfield dialog".split(" "));

    /** Those of the components that pages use, and of what these draw inside themselves. */
    static final Set<String> COMPONENTS = Set
            .of("datatable paginator chkbox tree datepicker confirm confirmdialog autocomplete inputtext".split(" "));

    private static final Map<String, String> TOKENS = new HashMap<>();

    static {
        for (String row : List.of("ink: #495057 #212529 #252529", "ink-2: #6c757d #607d8b", "ink-3: #adb5bd #ced4da",
                "line: #dee2e6 #ebebef", "hover: #e9ecef #efefef", "head: #f8f9fa #f8f8f8", "card: #fbfcfc",
                "accent-soft: #e3f2fd #b3e5fc", "accent: #2196f3 #03a9f4 #0288d1 #01579b #9c27b0",
                "bad: #f44336 #d32f2f #b71c1c #ef5350", "bad-soft: #ffcdd2", "ok: #689f38", "ok-soft: #c8e6c9",
                "warn: #fbc02d #ffc107 #7f6003", "warn-soft: #ffecb3")) {
            String[] part = row.split(": ");
            Arrays.stream(part[1].split(" ")).forEach(colour -> TOKENS.put(colour, "var(--" + part[0] + ")"));
        }
    }

    private ThemeMaker() {
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(THEME, theme());
    }

    static String theme() throws IOException {
        try (InputStream saga = ThemeMaker.class.getClassLoader().getResourceAsStream(SAGA)) {
            return "/* Made by ThemeMaker from the theme Saga of the library; do not edit. */\n"
                    + theme(new String(saga.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static String theme(String css) {
        StringBuilder made = new StringBuilder();
        Matcher rule = Pattern
                .compile("(@[^{};]+)\\{((?:[^{}]*\\{[^{}]*\\})*)[^{}]*\\}|([^{}]+)\\{([^{}]*)\\}")
                .matcher(css.replace("\uFEFF", "").replaceAll("(?s)/\\*.*?\\*/", ""));
        while (rule.find()) {
            if (rule.group(1) == null) {
                made.append(rule(rule.group(3), rule.group(4)));
            } else if (rule.group(1).startsWith("@media")) {
                String inside = Pattern.compile("([^{}]+)\\{([^{}]*)\\}").matcher(rule.group(2)).results()
                        .map(one -> rule(one.group(1), one.group(2))).collect(Collectors.joining());
                made.append(inside.isEmpty() ? "" : rule.group(1).strip() + "{" + inside + "}\n");
            }
        }
        return made.toString();
    }

    private static String rule(String selectors, String body) {
        String kept = Arrays.stream(selectors.split(",(?![^(]*\\))")).map(String::strip).filter(ThemeMaker::isKept)
                .map(selector -> selector.replaceAll("\\s+", " ")).collect(Collectors.joining(","));
        String declarations = Arrays.stream(body.split(";(?![^(]*\\))")).map(ThemeMaker::declaration)
                .filter(Objects::nonNull).collect(Collectors.joining(";"));
        return kept.isEmpty() || declarations.isEmpty() ? "" : kept + "{" + declarations + "}\n";
    }

    /** Plain elements that are no components are not theirs. */
    private static boolean isKept(String selector) {
        Matcher family = Pattern.compile("\\.ui-([a-z]+)").matcher(selector.replaceAll(":not\\([^)]*\\)", ""));
        return family.find() && (PARTS.contains(family.group(1)) || COMPONENTS.contains(family.group(1)));
    }

    private static String declaration(String text) {
        String[] part = text.strip().split(":", 2);
        if (part.length < 2) {
            return null;
        }
        String property = part[0].strip();
        String value = part[1].strip();
        return isOurs(property, value) ? null : property + ":" + inTokens(property, value);
    }

    /** What thang.css says for everything on a page. */
    private static boolean isOurs(String property, String value) {
        return property.matches("outline.*|transition.*|animation.*|-webkit-.*")
                || property.equals("font-family") && !value.contains("primeicons")
                || property.equals("box-shadow") && value.contains("166.2");
    }

    private static String inTokens(String property, String value) {
        String soft = value
                .replaceAll("rgba\\((33, ?150, ?243|2, ?136, ?209), ?\\.?[\\d.]+\\)", "var(--accent-soft)")
                .replaceAll("rgba\\((96, ?125, ?139|156, ?39, ?176), ?\\.?[\\d.]+\\)", "var(--hover)")
                .replaceAll("rgba\\(211, ?47, ?47, ?\\.?[\\d.]+\\)", "var(--bad-soft)")
                .replaceAll("rgba\\(104, ?159, ?56, ?\\.?[\\d.]+\\)", "var(--ok-soft)")
                .replaceAll("rgba\\(251, ?192, ?45, ?\\.?[\\d.]+\\)", "var(--warn-soft)")
                .replaceAll("rgb\\(166\\.2[^)]*\\)", "var(--accent)")
                .replaceAll("rgb\\(\\d+\\.\\d+[^)]*\\)", "var(--accent-strong)");
        String tokens = Pattern.compile("#[0-9a-fA-F]{3,6}\\b").matcher(soft)
                .replaceAll(colour -> TOKENS.getOrDefault(colour.group().toLowerCase(), colour.group()))
                .replaceAll("#fff(fff)?\\b", property.equals("color") ? "var(--accent-ink)" : "var(--card)");
        return property.equals("border-radius") && tokens.equals("4px") ? "var(--r-2)" : tokens;
    }
}
