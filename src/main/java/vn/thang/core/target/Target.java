package vn.thang.core.target;

import vn.thang.core.model.Comparison;
import vn.thang.core.model.LevelScale;

/**
 * A target on the maturity of agencies: so large a share of them must stand at a level or above.
 *
 * @param level from 1 on
 * @param share of the agencies in scope
 */
public record Target(int level, Comparison share) {

    public Target {
        if (level < 1 || level > LevelScale.MOST) {
            throw new IllegalArgumentException("level " + level);
        }
    }

    /**
     * How far the target is reached. An agency above the level counts for the level; one without a level, because it has
     * not handed in, is missing.
     *
     * @param agencies     number of agencies at each level, from 0 on
     * @param withoutLevel number of agencies in scope that have no level yet
     */
    public Attainment attainment(long[] agencies, long withoutLevel) {
        long reached = 0;
        long all = withoutLevel;
        for (int at = 0; at < agencies.length; at++) {
            all += agencies[at];
            reached += at >= level ? agencies[at] : 0;
        }
        return new Attainment(reached, all, withoutLevel, share);
    }
}
