package vn.thang.platform.work;

import java.util.Locale;

/** The file of a report that a feature makes whole, where rows and columns do not say it. The definition of the report names it. */
public interface ReportContent {

    /** The name by which definitions ask for the file. */
    String name();

    /** Makes the file as the person may see it. */
    Made make(Asked asked, Progress progress);

    /**
     * What the file is asked for.
     *
     * @param round      code of the round
     * @param roundId    its id
     * @param agency     code of the agency at the top
     * @param agencyPath of ids of that agency
     * @param sample     number of a sample to which it is limited; null for none
     */
    record Asked(String round, long roundId, String agency, String agencyPath, Long sample, Locale language) {
    }

    /** @param rows how many things it is about */
    record Made(HeldFile content, int rows) {
    }
}
