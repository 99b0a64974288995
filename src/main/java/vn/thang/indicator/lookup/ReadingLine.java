package vn.thang.indicator.lookup;

import java.time.Instant;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.Figure;
import vn.thang.organisation.agency.AgencyName;

/**
 * A reading as it is shown.
 *
 * @param path       place of the agency in the tree
 * @param measuredAt null for unknown
 * @param replaced   whether another stands in its place
 * @param stale      whether it is the newest of its agency and indicator, and too old to be used
 * @param waits      whether it moved so far that somebody has to confirm it before it counts
 */
public record ReadingLine(long id, String agency, String path, String name, String nameEn, String indicator,
        Period period,
        Figure figure, String source, String way, Instant measuredAt,
        Instant arrivedAt, long batch, String hash, boolean replaced, boolean stale,
        boolean waits) implements AgencyName {
}
