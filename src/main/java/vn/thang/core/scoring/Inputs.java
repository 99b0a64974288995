package vn.thang.core.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.IndicatorLink.Mode;
import vn.thang.core.model.MaturityModel;

/** Derives the answers of a column from the inputs. Evidence is cumulative; none of the values overwrites another. */
public final class Inputs {

    private static final Counted EXEMPT = new Counted(Answer.EXEMPT, Cause.EXEMPT);

    private Inputs() {
    }

    public static Answers answers(MaturityModel model, Map<String, CriterionInput> inputs, Column column) {
        Map<String, Answer> answers = new HashMap<>();
        for (Criterion criterion : model.criteria()) {
            Counted counted = counted(criterion, inputs.get(criterion.code()), column);
            if (counted != null) {
                answers.put(criterion.code(), counted.answer());
            }
        }
        return new Answers(answers);
    }

    /** Returns the answer that counts in this column with its cause; empty where nothing counts. */
    public static Optional<Counted> of(Criterion criterion, CriterionInput input, Column column) {
        return Optional.ofNullable(counted(criterion, input, column));
    }

    /** Returns the official answer with its cause, where it is not the one that the agency declared. */
    public static Optional<Counted> overruled(Criterion criterion, CriterionInput input) {
        return of(criterion, input, Column.OFFICIAL).filter(counted -> !counted.answer().equals(input.declared()));
    }

    private static Counted counted(Criterion criterion, CriterionInput input, Column column) {
        if (input == null) {
            return null;
        }
        if (input.exempt()) {
            return EXEMPT;
        }
        return switch (column) {
            case DECLARED -> declared(input);
            case SUPPORTED -> supported(criterion, input);
            case PROVISIONAL -> provisional(criterion, input);
            case OFFICIAL -> input.confirmed() == null ? provisional(criterion, input)
                    : new Counted(input.confirmed(), input.panel() ? Cause.PANEL : Cause.REVIEWER);
        };
    }

    private static Counted declared(CriterionInput input) {
        return input.declared() == null ? null : new Counted(input.declared(), Cause.DECLARED);
    }

    private static Counted supported(Criterion criterion, CriterionInput input) {
        if (input.declared() instanceof Answer.Level declared) {
            int level = supported(criterion, declared.level(), input.evidence());
            if (level < declared.level()) {
                return new Counted(Answer.level(level), input.expired().contains(level + 1)
                        ? new Cause.EvidenceExpired(level + 1) : new Cause.EvidenceMissing(level + 1));
            }
        }
        return declared(input);
    }

    /** The greatest level not above the declared one whose evidence, and that of every lower level, is attached. */
    public static int supported(Criterion criterion, int declared, Set<Integer> evidence) {
        int level = Math.min(1, declared);
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
        CriterionInput proven = new CriterionInput(input.declared(), criterion.evidence().keySet(), input.measured(),
                input.confirmed(), input.exempt());
        return level instanceof Answer.Level wanted
                && counted(criterion, proven, Column.OFFICIAL) instanceof Counted(Answer.Level reached, Cause cause)
                && reached.level() >= wanted.level();
    }

    private static Counted provisional(Criterion criterion, CriterionInput input) {
        Counted supported = supported(criterion, input);
        Mode mode = criterion.indicator().map(link -> link.mode()).orElse(Mode.INFORM);
        if (input.measured() == null || mode == Mode.INFORM) {
            return supported;
        }
        boolean above = supported != null && supported.answer() instanceof Answer.Level level
                && level.level() > input.measured();
        return mode == Mode.REPLACE || above
                ? new Counted(Answer.level(input.measured()), new Cause.Reading(mode)) : supported;
    }
}
