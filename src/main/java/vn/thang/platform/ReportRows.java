package vn.thang.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Rows of a report that no statement gives, because a use case computes them. The definition of the report names them, and says
 * which of their columns stand in the file.
 */
public interface ReportRows {

    /** The name by which definitions ask for these rows. */
    String name();

    /** The columns that each row has, as far as anything is known. */
    Set<String> columns();

    /** Asks the use case, which refuses whoever may not see the rows, and hands over one row after the other. */
    void each(Asked asked, Consumer<Map<String, Object>> reader);

    /**
     * What rows are asked for.
     *
     * @param round      code of the round
     * @param agency     code of the agency at the top
     * @param agencyPath of ids of that agency
     * @param since      first day
     * @param day        last day
     */
    record Asked(String round, String agency, String agencyPath, LocalDate since, LocalDate day, Locale language) {

        /** The moment at which the first day begins. */
        public Instant begin() {
            return since.atStartOfDay(Time.ZONE).toInstant();
        }

        /** The moment at which the last day is over. */
        public Instant end() {
            return day.plusDays(1).atStartOfDay(Time.ZONE).toInstant();
        }

        public String text(String key, Object... arguments) {
            return Texts.text(language, key, arguments);
        }
    }
}
