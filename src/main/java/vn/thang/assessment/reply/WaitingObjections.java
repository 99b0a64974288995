package vn.thang.assessment.reply;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An assessment whose objections wait for the panel.
 *
 * @param objections how many there are
 * @param undecided  how many of them the panel has not decided on
 * @param dueOn      until when it decides
 */
public record WaitingObjections(long assessment, String agencyCode, String agencyName, String agencyNameEn,
        String roundName,
        Instant handedInAt,
        int objections, int undecided, LocalDate dueOn) {

    public int decided() {
        return objections - undecided;
    }

    public boolean isLate(LocalDate today) {
        return dueOn != null && dueOn.isBefore(today);
    }
}
