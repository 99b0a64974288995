package vn.thang.dashboard.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.thang.catalog.VersionStep;
import vn.thang.core.target.Confidence;
import vn.thang.dashboard.round.Grounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.target.SeriesMark;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.dashboard.target.TrendChart;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.platform.Formats;

/**
 * An agency beside others, with its official results.
 *
 * @param standings oldest first; only rounds in which it took part, or those that were merged into it later
 */
public record ComparedAgency(String code, String name, String nameEn, String type, String path,
        List<Standing> standings) implements AgencyName {

    /**
     * What it was in one round.
     *
     * @param assessment null, with level and index, where the agency itself took no part
     * @param joined     the index in the history of the agency: before a merger the simple mean of those that were merged
     * @param merged     how many agencies besides itself that is the mean of
     * @param grounds    what the result rests on
     * @param dimensions code of a dimension to its official level
     * @param step       the change of the version of the model since the round before; null where there is none
     */
    public record Standing(Long assessment, String round, LocalDate dueOn, Integer level, Double index, double joined,
            int merged, Grounds grounds, Map<String, Integer> dimensions, VersionStep step) {

        /** How far the result can be relied on as that of today; one that is older than a year is stale. */
        public Confidence confidence(LocalDate today) {
            return grounds.confidence(TargetLine.ofRoundUntil(dueOn).isBefore(today), true);
        }
    }

    /** Whether part of its history is the mean of several agencies. */
    public boolean merged() {
        return standings.stream().anyMatch(one -> one.merged() > 0);
    }

    /** What changes of the model's version mean for its results, oldest first. */
    public List<SeriesMark> marks(Locale language) {
        return standings.stream().filter(one -> one.step() != null)
                .map(one -> SeriesMark.of(one.dueOn(), one.round(), one.step(), language)).toList();
    }

    /** Returns its own result of the round; null where the agency itself took no part. */
    public Standing in(RoundChoice round) {
        Standing then = then(round);
        return then == null || then.assessment() == null ? null : then;
    }

    /** Returns what it was in the round, be it only what was merged into it later; null where nothing of it took part. */
    public Standing then(RoundChoice round) {
        return standings.stream().filter(one -> one.round().equals(round.code())).findFirst().orElse(null);
    }

    /** Returns the level of the dimension in the round; null where there is none. */
    public Integer level(RoundChoice round, String dimension) {
        Standing own = in(round);
        return own == null ? null : own.dimensions().get(dimension);
    }

    /**
     * Returns the picture of the index over the rounds in which the agency took part, one at least.
     *
     * @param highest level, which is the most that an index can be
     */
    TrendChart trend(int highest, Formats formats, Locale language) {
        return new TrendChart(standings.stream().map(one -> new TrendChart.Value(one.dueOn(), one.joined(), one.round(),
                formats.index(one.joined()))).toList(), null, highest).marked(marks(language));
    }
}
