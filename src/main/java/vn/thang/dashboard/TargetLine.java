package vn.thang.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.thang.catalog.Programme.Demand;
import vn.thang.catalog.Programme.ProgrammeTarget;
import vn.thang.core.model.Comparison;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Target;

/**
 * A target of the programme with what is known of it.
 *
 * @param waiting agencies in scope that have not handed in
 * @param trend   one value for each round up to the shown one, oldest first; empty while no data arrive for the target
 * @param groups  the shown round by groups of agencies in scope
 */
public record TargetLine(ProgrammeTarget target, long waiting, List<Value> trend, List<GroupValue> groups) {

    private static final int BASIS_POINTS = 100;

    /** What was reached in one round. */
    public record Value(String round, LocalDate dueOn, Attainment attainment) {

        /** For pictures; the exact share is that of the attainment. */
        public double percent() {
            return TargetLine.percent(attainment);
        }
    }

    /** What a group of agencies has reached. */
    public record GroupValue(Group group, Attainment attainment) {

        public double percent() {
            return TargetLine.percent(attainment);
        }
    }

    static double percent(Attainment attainment) {
        return attainment.share().map(share -> share.times(100).toDecimal(4).doubleValue()).orElse(0d);
    }

    /** What is asked of the maturity of agencies; empty for every other target. */
    static Optional<Target> maturity(ProgrammeTarget target) {
        Demand demand = target.demand();
        if (target.level().isEmpty() || !demand.unit().equals("percent") || !demand.comparator().startsWith(">")) {
            return Optional.empty();
        }
        int basisPoints = demand.value().multiply(BigDecimal.valueOf(BASIS_POINTS)).intValueExact();
        return Optional.of(new Target(target.level().getAsInt(), new Comparison(demand.comparator().equals(">"), basisPoints)));
    }

    public boolean isKnown() {
        return !trend.isEmpty() && getAttainment().hasData();
    }

    public Attainment getAttainment() {
        return trend.get(trend.size() - 1).attainment();
    }

    public double getPercent() {
        return isKnown() ? percent(getAttainment()) : 0;
    }

    public double getWanted() {
        return target.demand().value().doubleValue();
    }

    public String getDueYear() {
        return String.valueOf(target.phase().due().getYear());
    }

    public int getLevel() {
        return target.level().orElse(0);
    }

    /** Agencies that handed in and stand below the level. */
    public long getBelow() {
        return getAttainment().inScope() - getAttainment().reached() - waiting;
    }

    /** {@code ok}, {@code open} while it is not achieved, {@code none} without data. */
    public String getStatus() {
        return !isKnown() ? "none" : getAttainment().isAchieved() ? "ok" : "open";
    }
}
