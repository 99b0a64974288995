package vn.thang.assessment.round;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import vn.thang.organisation.AgencyType;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;

/**
 * What an administrator decides about a round before it opens.
 *
 * @param modelRef such as vn-dgm/1.0
 * @param scope    keys of the types of agency that take part
 * @param days     how long each stage after answering lasts
 * @param belowFirst whether an agency hands in only after all units below it that take part
 */
public record RoundPlan(String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn,
        Set<String> scope,
        Map<Stage, Integer> days, boolean belowFirst) {

    private static final int LONGEST_NAME = 120;
    private static final int MOST_DAYS = 400;

    public RoundPlan {
        name = name == null ? null : name.strip();
    }

    public RoundPlan(String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn, Set<String> scope,
            Map<Stage, Integer> days) {
        this(code, name, modelRef, opensOn, dueOn, scope, days, false);
    }

    /** With stages as long as usual. */
    public RoundPlan(String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn, Set<String> scope) {
        this(code, name, modelRef, opensOn, dueOn, scope, Stage.usual());
    }

    /** @throws BusinessException when it makes no sense by itself */
    public void check() {
        if (code == null || !code.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,19}")) {
            throw new BusinessException("round.code");
        }
        GivenText.required(name, LONGEST_NAME, "round.name");
        if (opensOn == null || dueOn == null || dueOn.isBefore(opensOn)) {
            throw new BusinessException("round.dates");
        }
        if (scope == null || scope.isEmpty() || !AgencyType.assessed().containsAll(scope)) {
            throw new BusinessException("round.scope");
        }
        if (!Stage.planned().stream()
                .allMatch(stage -> days.get(stage) != null && days.get(stage) >= 0 && days.get(stage) <= MOST_DAYS)) {
            throw new BusinessException("stage.days", MOST_DAYS);
        }
    }

    String modelId() {
        return modelRef.substring(0, modelRef.indexOf('/'));
    }

    String modelVersion() {
        return modelRef.substring(modelRef.indexOf('/') + 1);
    }
}
