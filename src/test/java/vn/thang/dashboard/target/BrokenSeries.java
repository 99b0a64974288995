package vn.thang.dashboard.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Fraction;
import vn.thang.indicator.period.Period;
import vn.thang.platform.Texts;

/** The published programme with a break in the values of one target, which none of its targets has. */
public final class BrokenSeries {

    public static final String REASON = "new-definition";

    private BrokenSeries() {
    }

    /** A catalog of its own, in which the values of the target are of another kind from a day on. */
    public static Catalog catalog(Path folder, String target, String on, String words) throws IOException {
        Path real = Path.of("maturity-model");
        try (Stream<Path> files = Files.walk(real)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(real.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path programme = folder.resolve("programme/programme.yaml");
        String code = "  - code: " + target + "\n";
        Files.writeString(programme, Files.readString(programme).replace(code,
                code + "    breaks: [{on: " + on + ", reason: " + REASON + "}]\n"));
        for (String language : Texts.LANGUAGES.stream().map(one -> one.getLanguage()).toList()) {
            Path texts = folder.resolve("programme/texts." + language + ".yaml");
            Files.writeString(texts, Files.readString(texts) + "\nbreaks: {" + REASON + ": {text: \"" + words
                    + "\"}}\n");
        }
        return new Catalog(Optional.of(folder));
    }

    /** The target with these values in per cent by the quarter, the oldest first. */
    public static TargetLine line(Catalog catalog, String target, Map<String, Integer> values) {
        List<TargetValue> trend = new TreeMap<>(values).entrySet().stream().map(one -> {
            Period quarter = Period.written(one.getKey()).orElseThrow();
            return new TargetValue(one.getKey(), quarter.kind().end(quarter.begin()),
                    Fraction.of(one.getValue()), null);
        }).toList();
        return new TargetLine(catalog.programme().target(target), 0, trend, List.of(), Outlook.UNKNOWN,
                TargetQuality.UNKNOWN);
    }
}
