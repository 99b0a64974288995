package vn.thang.core.scoring;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Fraction;

/**
 * How far an agency stands above what was measured: its mean is signed, over all criteria that have both a declared and a
 * measured level. Declared 4, 2 and 3 against measured 2, 3 and 3 is 2 - 1 + 0 over three, one third of a level.
 *
 * @param sum   of declared less measured
 * @param count criteria that have both
 */
public record Bias(int sum, int count) {

    public static Bias of(Collection<Criterion> criteria, Map<String, CriterionInput> inputs) {
        int sum = 0;
        int count = 0;
        for (Criterion criterion : criteria) {
            OptionalInt difference = difference(inputs.get(criterion.code()));
            if (difference.isPresent()) {
                sum += difference.getAsInt();
                count++;
            }
        }
        return new Bias(sum, count);
    }

    /** Declared less measured, in levels; empty unless there are both, and for what is exempt. */
    public static OptionalInt difference(CriterionInput input) {
        return input != null && !input.exempt() && input.measured() != null
                && input.declared() instanceof Answer.Level declared
                        ? OptionalInt.of(declared.level() - input.measured()) : OptionalInt.empty();
    }

    /** Empty where nothing has both. */
    public Optional<Fraction> mean() {
        return count == 0 ? Optional.empty() : Optional.of(Fraction.of(sum, count));
    }

    public Bias and(Bias other) {
        return new Bias(sum + other.sum, count + other.count);
    }
}
