package vn.thang.dashboard.round;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import vn.thang.platform.Formats;
import vn.thang.platform.Texts;

/**
 * How many agencies of each group stand at each level, as pictures and files show it.
 *
 * @param notes   source, date and version, in the language of the file
 * @param highest level of the model
 */
record LevelsFigure(String title, List<String> notes, List<Row> rows, int highest, Locale language) {

    /** A group with its name. */
    record Row(String name, Group group) {

        /** The agencies at the levels from 0, and after them those that did not hand in. */
        private LongStream counts(int highest) {
            return LongStream.concat(
                    IntStream.rangeClosed(0, highest).mapToLong(level -> group.levels().at(level)),
                    LongStream.of(group.waiting()));
        }
    }

    /** The lowest level that stands in it: 0 only where an agency is there. */
    int lowest() {
        return rows.stream().anyMatch(row -> row.group().levels().at(0) > 0) ? 0 : 1;
    }

    String level(int level) {
        return Texts.text(language, "open.picture.level", String.valueOf(level));
    }

    String missing() {
        return Texts.text(language, "result.not-handed-in");
    }

    boolean incomplete() {
        return rows.stream().anyMatch(row -> row.group().waiting() > 0);
    }

    String written(long agencies) {
        return Formats.number(agencies, language);
    }

    /** Numbers as programs read them, below the title and the notes. */
    byte[] csv() {
        List<String> lines = new ArrayList<>(List.of("# " + title));
        notes.forEach(note -> lines.add("# " + note));
        lines.add("group," + IntStream.rangeClosed(0, highest).mapToObj(level -> "level_" + level)
                .collect(Collectors.joining(",")) + ",not_submitted");
        rows.forEach(row -> lines.add("\"" + row.name().replace("\"", "\"\"") + "\","
                + row.counts(highest).mapToObj(Long::toString).collect(Collectors.joining(","))));
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
