package vn.thang.assessment.review;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A signal of risk that an assessment in the queue shows.
 *
 * @param size how much of it there is; null where there is nothing to count
 */
public record QueueSignal(Kind kind, Number size) {

    /** What there is to see; each can be filtered by as a {@link QueueMark} of the same name. */
    public enum Kind {
        UNSUPPORTED, RISEN, FIRST, DISCREPANCY, UNEXPLAINED, NEW_OFFICER, SAMPLED
    }

    static List<QueueSignal> of(QueueLine line) {
        return Stream.of(
                line.unsupported() > 0 ? new QueueSignal(Kind.UNSUPPORTED, line.unsupported()) : null,
                line.firstRound() ? new QueueSignal(Kind.FIRST, null)
                        : line.rise() != null && line.rise() > 0 ? new QueueSignal(Kind.RISEN, line.rise()) : null,
                line.discrepancies() > 0 ? new QueueSignal(Kind.DISCREPANCY, line.discrepancies()) : null,
                line.unexplained() > 0 ? new QueueSignal(Kind.UNEXPLAINED, line.unexplained()) : null,
                line.newOfficer() ? new QueueSignal(Kind.NEW_OFFICER, null) : null,
                line.sampled() ? new QueueSignal(Kind.SAMPLED, null) : null).filter(Objects::nonNull).toList();
    }

    /** Whether things are counted, rather than levels measured. */
    public boolean counted() {
        return kind == Kind.DISCREPANCY || kind == Kind.UNEXPLAINED;
    }

    /** The key of its text. */
    public String text() {
        return "review.mark." + kind;
    }

    /** The class of its look: what stands above its proof is a risk, the rest is news. */
    public String look() {
        return switch (kind) {
            case UNSUPPORTED, DISCREPANCY, UNEXPLAINED -> "risk";
            case RISEN, FIRST, NEW_OFFICER, SAMPLED -> "on";
        };
    }

    Object inFile() {
        return size == null ? "×" : size;
    }
}
