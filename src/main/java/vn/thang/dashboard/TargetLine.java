package vn.thang.dashboard;

import java.util.List;
import java.util.Optional;
import vn.thang.catalog.Programme.ProgrammeTarget;
import vn.thang.core.target.Attainment;

/**
 * A target with what is known of it.
 *
 * @param attainment empty while no data arrive for the target
 * @param trend      the share reached in each round, oldest first
 */
public record TargetLine(ProgrammeTarget target, Optional<Attainment> attainment, List<Share> trend) {

    /** The share of agencies in one round. */
    public record Share(String round, long reached, long inScope) {

        public double percent() {
            return inScope == 0 ? 0 : 100d * reached / inScope;
        }
    }

    public String status() {
        return attainment.map(value -> value.inScope() == 0 ? "none" : value.isAchieved() ? "ok" : "off").orElse("none");
    }
}
