package vn.thang.core.target;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.thang.core.model.Fraction;

/**
 * How much of what was due for a period has come: agencies by type, so that few do not hide behind many, and their weight where
 * figures are pooled. All shares are exact.
 *
 * @param types   by type of agency in scope, those of which nobody is due left out
 * @param came    the denominators that came; 0 where figures are not pooled
 * @param missing what the denominators of the missing agencies probably are; 0 where figures are not pooled
 */
public record Coverage(SortedMap<String, Participation> types, BigDecimal came, BigDecimal missing) {

    /** So many per cent of every type, and of the weight, make a period covered where nothing else is said. */
    public static final int ENOUGH = 80;
    private static final int HUNDRED = 100;

    public Coverage {
        types = new TreeMap<>(types);
        types.values().removeIf(part -> part.due() == 0);
    }

    /** By agencies alone, where they have no weight or nobody is missing. */
    public static Coverage of(Map<String, Participation> types) {
        return new Coverage(new TreeMap<>(types), BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** Whether so many per cent of the agencies of every type have reported; nobody due is not covered. */
    public boolean counted(int percent) {
        return !types.isEmpty() && types.values().stream().allMatch(part -> part.reaches(percent));
    }

    /** Whether the period carries a value: enough agencies of every type, and enough of the weight. */
    public boolean covered(int percent) {
        return counted(percent) && came.multiply(BigDecimal.valueOf(HUNDRED))
                .compareTo(came.add(missing).multiply(BigDecimal.valueOf(percent))) >= 0;
    }

    /** Whether everybody reported. */
    public boolean complete() {
        return reported() == due();
    }

    public long reported() {
        return types.values().stream().mapToLong(Participation::came).sum();
    }

    public long due() {
        return types.values().stream().mapToLong(Participation::due).sum();
    }

    public long silent() {
        return due() - reported();
    }

    /** Of the agencies in per cent; empty where nobody is due. */
    public Optional<Fraction> share() {
        return due() == 0 ? Optional.empty() : Optional.of(Fraction.of(reported() * HUNDRED, due()));
    }

    /** Of the weight in per cent; empty where there is none. */
    public Optional<Fraction> weight() {
        return came.signum() == 0 && missing.signum() == 0 ? Optional.empty()
                : Optional.of(Fraction.of(came).times(HUNDRED).dividedBy(Fraction.of(came.add(missing))));
    }
}
