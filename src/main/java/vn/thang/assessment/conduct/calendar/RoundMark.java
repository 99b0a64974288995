package vn.thang.assessment.conduct.calendar;

import java.time.Instant;

/**
 * What every page of a round says of it before anything else: that it is a rehearsal, or that its results were withdrawn.
 *
 * @param withdrawnReason null where they were not
 * @param withdrawnAt     null where they were not
 */
public record RoundMark(String code, String name, boolean rehearsal, String withdrawnReason, Instant withdrawnAt) {

    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    boolean marked() {
        return rehearsal || withdrawn();
    }
}
