package vn.thang.dashboard.target;

import vn.thang.core.target.Attainment;
import vn.thang.dashboard.round.Group;

/** What a group of agencies has reached of a target. */
public record GroupValue(Group group, Attainment attainment) {

    private static final int DIGITS = 4;
    private static final int HUNDRED = 100;

    public double percent() {
        return attainment.share().map(share -> share.times(HUNDRED).toDecimal(DIGITS).doubleValue()).orElse(0d);
    }

    /** The part that did not hand in, for pictures. */
    public double missing() {
        return attainment.missingPercent();
    }
}
