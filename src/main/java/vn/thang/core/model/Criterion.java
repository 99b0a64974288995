package vn.thang.core.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One question of the model.
 *
 * @param weight    its weight; on a points scale the maximum of points
 * @param appliesTo types of agencies that answer it; empty means all
 * @param evidence  level to the kind of evidence that the level asks for
 * @param effort    level to the effort of the step up to it; a step that is not named costs 1. On a points scale the
 *                  steps are counted from the worst option, which is the first
 * @param indicator what measures it, where something does
 */
public record Criterion(String code, int weight, boolean core, Sensitivity sensitivity, Set<String> appliesTo,
        Map<Integer, String> evidence, Map<Integer, Integer> effort, Optional<IndicatorLink> indicator,
        AnswerScale scale) implements Node {

    /** Who sees single answers: everybody who sees the agency, or only the agency and the reviewers. */
    public enum Sensitivity {
        PUBLIC, RESTRICTED
    }

    public Criterion {
        appliesTo = Set.copyOf(appliesTo);
        evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
        effort = Collections.unmodifiableMap(new TreeMap<>(effort));
    }

    /** A plain criterion on five levels, for everybody, without evidence. */
    public static Criterion of(String code, int weight, boolean core) {
        return new Criterion(code, weight, core, Sensitivity.PUBLIC, Set.of(), Map.of(), Map.of(), Optional.empty(),
                AnswerScale.LEVELS);
    }

    public boolean appliesTo(String agencyType) {
        return appliesTo.isEmpty() || appliesTo.contains(agencyType);
    }

    public boolean restricted() {
        return sensitivity == Sensitivity.RESTRICTED;
    }

    /** Effort of the one step up to this level, or to the option in this place from the worst. */
    public int effortOf(int level) {
        return effort.getOrDefault(level, 1);
    }
}
