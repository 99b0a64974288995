package vn.thang.report.room;

import java.util.List;
import java.util.Locale;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was taken away. */
public sealed interface ReportEvent extends DomainEvent {

    /**
     * A person took a whole list as a file with this name.
     *
     * @param filters that were chosen
     * @param typed   what was looked for in words of the person, which is kept apart; empty for nothing
     */
    record ListTaken(String file, String filters, String typed, int rows, String sha256) implements ReportEvent {

        private static final int LONGEST = 1_000;

        @Override
        public List<TrailLine> trail() {
            String details = file + " rows=" + rows + " sha256=" + sha256 + (filters.isEmpty() ? "" : " " + filters);
            TrailLine line = new TrailLine("take-list", "list", null, null,
                    details.substring(0, Math.min(LONGEST, details.length())));
            return List.of(typed.isEmpty() ? line : line.hiding(null, typed));
        }
    }

    /** A person had a report made, and got this file. */
    record ReportTaken(long run, String report, String format, String parameters, int rows,
            String sha256) implements ReportEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("take-report", "report-run", run, null,
                    report + "." + format.toLowerCase(Locale.ROOT) + " rows=" + rows + " sha256=" + sha256
                            + (parameters.isEmpty() ? "" : " " + parameters)));
        }
    }

    /** The ministry did something with a version of a form that it designed. */
    record FormChanged(String deed, long version, String name, int number, String report,
            String sha256) implements ReportEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine(deed, "report-form", version, null,
                    report + ": " + name + " v" + number + " sha256=" + sha256));
        }
    }
}
