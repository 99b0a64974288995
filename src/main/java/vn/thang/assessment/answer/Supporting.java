package vn.thang.assessment.answer;

import java.time.LocalDate;

/** Evidence as far as it counts: the level of a criterion that it supports, and how long it holds. */
public interface Supporting {

    String criterion();

    int level();

    /** The last day on which it holds; null for no end. */
    LocalDate validUntil();

    /** Whether it still holds on the day. */
    default boolean holdsOn(LocalDate day) {
        return validUntil() == null || !validUntil().isBefore(day);
    }
}
