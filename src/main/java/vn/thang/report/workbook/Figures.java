package vn.thang.report.workbook;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.LevelScale;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Scorecard;

/** What the formulas of the summary give, counted while the rows go by: for viewers that do not recalculate. */
final class Figures {

    private final Map<String, int[]> levelsByType = new HashMap<>();
    private final Map<String, Fraction> indexes = new HashMap<>();
    private final Map<String, Integer> scored = new HashMap<>();
    private final Map<String, Integer> missing = new HashMap<>();
    private final Map<String, Integer> agencies = new HashMap<>();

    /** An agency, of which nothing is known while it has not handed in. */
    void add(String agencyType, boolean handedIn) {
        agencies.merge(agencyType, 1, Integer::sum);
        missing.merge(agencyType, handedIn ? 0 : 1, Integer::sum);
        levelsByType.computeIfAbsent(agencyType, type -> new int[LevelScale.MOST + 1]);
    }

    /** @param rounded of which nodes the row shows the index to one decimal only */
    void add(String agencyType, MaturityModel model, Scorecard scorecard, Predicate<Dimension> rounded) {
        if (model.hasLevel()) {
            levelsByType.get(agencyType)[scorecard.whole().level()]++;
        }
        for (Dimension dimension : model.dimensions()) {
            NodeScore score = scorecard.node(dimension.code());
            if (!score.exempt()) {
                indexes.merge(dimension.code(), ScoreRows.shown(score.index(), rounded.test(dimension)),
                        Fraction::plus);
                scored.merge(dimension.code(), 1, Integer::sum);
            }
        }
    }

    double count(String agencyType, int level) {
        int[] levels = levelsByType.get(agencyType);
        return levels == null ? 0 : levels[level];
    }

    double mean(String dimension) {
        Fraction sum = indexes.get(dimension);
        return sum == null ? 0 : ScoreRows.number(sum.dividedBy(scored.get(dimension)));
    }

    /** How many agencies of these types stand at a level or above. */
    double reached(Set<String> types, int targetLevel) {
        int reached = 0;
        for (String type : types) {
            int[] levels = levelsByType.getOrDefault(type, new int[0]);
            for (int level = targetLevel; level < levels.length; level++) {
                reached += levels[level];
            }
        }
        return reached;
    }

    /** How many agencies of a type did not hand in. */
    double missing(String agencyType) {
        return missing.getOrDefault(agencyType, 0);
    }

    double missing(Set<String> types) {
        return types.stream().mapToDouble(this::missing).sum();
    }

    double agencies(Set<String> types) {
        return types.stream().mapToInt(type -> agencies.getOrDefault(type, 0)).sum();
    }

    /** The types of which there is any agency. */
    Set<String> types() {
        return agencies.keySet();
    }
}
