package vn.thang.assessment.conduct.calendar;

import java.time.Instant;

/** A round whose results are published, how many there are, and when the last of them was published. */
public record PublishedRound(String code, String name, String modelRef, long results, Instant publishedAt) {
}
