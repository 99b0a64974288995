package vn.thang.report.room;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.platform.Texts;
import vn.thang.report.room.Report.Parameter;

/**
 * A run of a report.
 *
 * @param parameters what was asked for, as pairs of name and value
 * @param mine       whether the person who looks at it started it, and may take its file
 * @param workId     work that makes the file and keeps it; null once it is forgotten
 * @param rowCount   null before the file is made
 * @param sha256     of the file in hexadecimal digits; null before it is made
 * @param state      of the work; null once it is forgotten
 * @param file       name of the file; null where there is none, or no longer
 * @param form       name of the form that was filled; null where the file has the form of the report itself
 */
public record ReportRun(long id, String report, String parameters, String format, String person, boolean mine,
        Instant startedAt, Long workId, Integer rowCount, String sha256, String state, String file, String form,
        Integer formVersion) {

    /** Whether the file can be taken by whoever looks at the run. */
    public boolean taken() {
        return mine && file != null;
    }

    /** What it was asked for by, in words. */
    public String asked(Locale language) {
        return Stream.of(parameters.split(", ")).filter(one -> one.contains("=")).map(one -> {
            String[] pair = one.split("=", 2);
            boolean day = pair[0].equals(Parameter.DAY.key()) || pair[0].equals(Parameter.SINCE.key());
            return Texts.text(language, "report.parameter." + pair[0]) + ": "
                    + (day ? Texts.day(language, LocalDate.parse(pair[1])) : pair[1]);
        }).collect(Collectors.joining(" · "));
    }
}
