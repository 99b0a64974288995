package vn.thang.core.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.IndicatorLink.Mode;
import vn.thang.core.model.MaturityModel;

/** Derives the answers of a column from the inputs. Evidence is cumulative; none of the values overwrites another. */
public final class Inputs {

    private Inputs() {
    }

    public static Answers answers(MaturityModel model, Map<String, CriterionInput> inputs, Column column) {
        Map<String, Answer> answers = new HashMap<>();
        for (Criterion criterion : model.criteria()) {
            CriterionInput input = inputs.get(criterion.code());
            Answer answer = input == null ? null : answer(criterion, input, column);
            if (answer != null) {
                answers.put(criterion.code(), answer);
            }
        }
        return new Answers(answers);
    }

    private static Answer answer(Criterion criterion, CriterionInput input, Column column) {
        if (input.exempt()) {
            return Answer.EXEMPT;
        }
        return switch (column) {
            case DECLARED -> input.declared();
            case SUPPORTED -> supported(criterion, input);
            case PROVISIONAL -> provisional(criterion, input);
            case OFFICIAL -> input.confirmed() != null ? input.confirmed() : provisional(criterion, input);
        };
    }

    private static Answer supported(Criterion criterion, CriterionInput input) {
        return input.declared() instanceof Answer.Level declared
                ? Answer.level(supported(criterion, declared.level(), input.evidence()))
                : input.declared();
    }

    /** The greatest level not above the declared one whose evidence, and that of every lower level, is attached. */
    public static int supported(Criterion criterion, int declared, Set<Integer> evidence) {
        int level = 1;
        while (level < declared && (!criterion.evidence().containsKey(level + 1) || evidence.contains(level + 1))) {
            level++;
        }
        return level;
    }

    /**
     * Whether the official answer would reach this level if all its evidence were attached: nothing else is missing then.
     * Neither what a reviewer set nor what was measured gives way to evidence.
     */
    public static boolean lacksOnlyEvidence(Criterion criterion, CriterionInput input, Answer level) {
        CriterionInput supported = new CriterionInput(input.declared(), criterion.evidence().keySet(), input.measured(),
                input.confirmed(), input.exempt());
        return level instanceof Answer.Level wanted
                && answer(criterion, supported, Column.OFFICIAL) instanceof Answer.Level reached
                && reached.level() >= wanted.level();
    }

    private static Answer provisional(Criterion criterion, CriterionInput input) {
        Answer supported = supported(criterion, input);
        Mode mode = criterion.indicator().map(link -> link.mode()).orElse(Mode.INFORM);
        if (input.measured() == null || mode == Mode.INFORM) {
            return supported;
        }
        if (mode == Mode.REPLACE) {
            return Answer.level(input.measured());
        }
        return supported instanceof Answer.Level level && level.level() > input.measured()
                ? Answer.level(input.measured())
                : supported;
    }
}
