package vn.thang.indicator.lookup;

import java.util.List;
import vn.thang.organisation.agency.directory.DirectoryLine;

/**
 * All readings of an indicator for an agency.
 *
 * @param path    place of the agency in the tree
 * @param periods the newest first
 */
public record ReadingHistory(DirectoryLine agency, String path, String indicator, List<OfPeriod> periods) {

    /**
     * What was said about a period.
     *
     * @param holding     the newest
     * @param corrections what stood in its place before, the newest first
     */
    public record OfPeriod(ReadingLine holding, List<ReadingLine> corrections) {
    }
}
