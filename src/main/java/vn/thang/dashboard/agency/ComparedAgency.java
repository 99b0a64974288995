package vn.thang.dashboard.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thang.core.target.Confidence;
import vn.thang.dashboard.round.Grounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.dashboard.target.TrendChart;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.platform.Formats;

/**
 * An agency beside others, with its official results.
 *
 * @param standings oldest first; only rounds in which it took part
 */
public record ComparedAgency(String code, String name, String nameEn, String type, String path,
        List<Standing> standings) implements AgencyName {

    /**
     * A result of one round.
     *
     * @param joined     the index in the history of the agency: before a merger the simple mean of those that were merged
     * @param merged     how many agencies besides itself that is the mean of
     * @param grounds    what the result rests on
     * @param dimensions code of a dimension to its official level
     */
    public record Standing(long assessment, String round, LocalDate dueOn, int level, double index, double joined,
            int merged, Grounds grounds, Map<String, Integer> dimensions) {

        /** How far the result can be relied on as that of today; one that is older than a year is stale. */
        public Confidence confidence(LocalDate today) {
            return grounds.confidence(TargetLine.ofRoundUntil(dueOn).isBefore(today), true);
        }
    }

    /** Whether part of its history is the mean of several agencies. */
    public boolean merged() {
        return standings.stream().anyMatch(one -> one.merged() > 0);
    }

    /** Returns the result of the round; null where the agency took no part. */
    public Standing in(RoundChoice round) {
        return find(round).orElse(null);
    }

    private Optional<Standing> find(RoundChoice round) {
        return standings.stream().filter(one -> one.round().equals(round.code())).findFirst();
    }

    /** Returns the level of the dimension in the round; null where there is none. */
    public Integer level(RoundChoice round, String dimension) {
        return find(round).map(one -> one.dimensions().get(dimension)).orElse(null);
    }

    /**
     * Returns the picture of the index over the rounds in which the agency took part, one at least.
     *
     * @param highest level, which is the most that an index can be
     */
    TrendChart trend(int highest, Formats formats) {
        return new TrendChart(standings.stream().map(one -> new TrendChart.Value(one.dueOn(), one.joined(), one.round(),
                formats.index(one.joined()))).toList(), null, highest);
    }
}
