package vn.thang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;

/** A folder like the one that ships, whose indicators are thirty monthly ratios of every agency, all from one source. */
final class MonthlyIndicators {

    static final int COUNT = 30;
    static final String SOURCE = "data-exchange";

    private MonthlyIndicators() {
    }

    static List<String> codes() {
        return IntStream.range(0, COUNT).mapToObj("monthly_%02d"::formatted).toList();
    }

    /** The first indicators have a target each, as many as there are targets that are neither national nor about maturity. */
    static void write(Path folder) throws IOException {
        Path shipped = Path.of("maturity-model");
        try (var files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, changed(file));
            }
        }
        seal(folder);
    }

    /** A published version that was changed is sealed anew by the hash that its refusal names. */
    private static void seal(Path folder) throws IOException {
        Path index = folder.resolve("index.yaml");
        String text = Files.readString(index);
        for (List<Fault> faults : new Catalog(Optional.of(folder)).refused().values()) {
            List<String> named = faults.get(0).arguments();
            text = text.replaceFirst("(" + named.get(0) + ": )\"\\w+\"", "$1\"" + named.get(1) + "\"");
        }
        Files.writeString(index, text);
    }

    private static String changed(Path file) throws IOException {
        String text = Files.readString(file);
        if (file.getFileName().toString().equals("indicators.yaml")) {
            return "indicators:\n" + indicators();
        }
        if (file.endsWith(Path.of("programme", file.getFileName().toString()))
                && file.getFileName().toString().startsWith("texts.")) {
            return block(
                    block(text, "indicators",
                            codes().stream().map(code -> "  " + code + ": {name: \"" + code + "\", text: \"" + code
                                    + "\", numerator: \"x\", denominator: \"y\"}\n")
                                    .collect(Collectors.joining())),
                    "sources", "  " + SOURCE + ": {name: \"" + SOURCE + "\"}\n");
        }
        int[] next = {0}; // what measures a criterion is one of these, too
        return file.getFileName().toString().equals("model.yaml")
                ? Pattern.compile("indicator: \\{code: \\w+").matcher(text)
                        .replaceAll(link -> "indicator: {code: " + codes().get(next[0]++))
                : text;
    }

    private static String indicators() {
        List<ProgrammeTarget> targets = new Catalog(Optional.empty()).programme().targets().stream()
                .filter(target -> target.level().isEmpty() && !target.measure().equals("national")).toList();
        return IntStream.range(0, COUNT).mapToObj(i -> "  - code: " + codes().get(i) + "\n"
                + (i < targets.size() ? "    targets: [" + targets.get(i).code() + "]\n" : "")
                + "    shape: ratio\n    unit: percent\n    direction: up\n    period: month\n    source: " + SOURCE
                + "\n    owner: BKHCN\n    maxAge: 400\n"
                + "    scope: [ministry, ministerial-agency, government-agency, province, commune]\n")
                .collect(Collectors.joining());
    }

    /** The text with other lines below one of its keys. */
    private static String block(String text, String key, String lines) {
        int begin = text.indexOf("\n" + key + ":\n") + key.length() + 3;
        int end = begin;
        while (end < text.length()
                && (text.charAt(end) == ' ' || text.charAt(end) == '\n' || text.charAt(end) == '#')) {
            int next = text.indexOf('\n', end);
            end = next < 0 ? text.length() : next + 1;
        }
        return text.substring(0, begin) + lines + text.substring(end);
    }
}
