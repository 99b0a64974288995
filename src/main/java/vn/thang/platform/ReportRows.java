package vn.thang.platform;

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
     * @param agencyPath of ids of the agency at the top
     */
    record Asked(String round, String agencyPath, Locale language) {

        public String text(String key, Object... arguments) {
            return Texts.text(language, key, arguments);
        }
    }
}
