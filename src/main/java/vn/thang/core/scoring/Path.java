package vn.thang.core.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;

/**
 * The raises with the least total effort that bring the whole to a level: exactly the least, not an estimate.
 *
 * <p>Among paths of the same effort the one that touches fewer criteria is taken; among these the one whose criteria come
 * first in model order, compared one after the other; and among those with the same criteria the one that raises the first
 * of them least, and so on. So the same answers always give the same path.
 *
 * <p>On a scale of levels a raise goes through every level, on a points scale through every better option; a criterion
 * without answer stands before the first of them. Each step costs 1 unless the model says otherwise.
 *
 * @param effort the sum of the effort of all raises
 * @param raises in model order, never empty
 */
public record Path(int level, int effort, List<Raise> raises) {

    public Path {
        raises = List.copyOf(raises);
    }

    /**
     * @param model   already pruned to the agency's type, without {@link MaturityModel#faults() faults}
     * @param answers of one column
     * @param level   from 1 to the highest of the model
     * @return empty when the level is already reached, when no answers reach it, and where the whole has no level
     * @throws IllegalArgumentException when an answer does not belong to the scale of its criterion
     * @throws java.util.concurrent.CancellationException when the thread is interrupted: for large models with large
     *         weights the search can take long
     */
    public static Optional<Path> toLevel(MaturityModel model, Answers answers, int level) {
        Plan plan = Climb.of(model, answers).map(climb -> climb.toLevel(level)).orElse(null);
        if (plan == null || plan.touched() == 0) {
            return Optional.empty();
        }
        List<Criterion> criteria = model.criteria();
        List<Raise> raises = new ArrayList<>();
        for (Plan.Lift lift = plan.first(); lift != null; lift = lift.next()) {
            String code = criteria.get(lift.place()).code();
            raises.add(new Raise(code, answers.of(code), lift.ladder().answer(lift.to()), lift.effort()));
        }
        return Optional.of(new Path(level, plan.effort(), raises));
    }

    /** These answers after all raises. */
    public Answers applyTo(Answers answers) {
        Answers raised = answers;
        for (Raise raise : raises) {
            raised = raised.with(raise.code(), raise.to());
        }
        return raised;
    }
}
