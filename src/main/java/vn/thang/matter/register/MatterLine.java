package vn.thang.matter.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.mapper.Nested;
import vn.thang.matter.Matter;
import vn.thang.matter.MatterFigure;

/**
 * A matter as lists and pages show it.
 *
 * @param name         of the agency that is asked
 * @param person       name of the person who is asked; null for all who answer for the agency
 * @param modelRef     model of the assessment; null where it is about none
 * @param indicator    code of the indicator that it is about; null for none
 * @param source       code of the source that it is about; null for none
 * @param words        what was asked
 * @param answer       the newest answer; null before the first
 * @param answeredBy   id of whoever gave it
 * @param askedFromPath place of the agency for which it is asked
 * @param firstDueOn   the last day as it was named at first
 * @param late         whether the agency has something left to do and the day is over
 */
public record MatterLine(long id, Matter.Kind kind, Matter.About about, String target, Long assessment,
        String modelRef, String criterion, String indicator, String source, String raiseTo, boolean restricted,
        String agencyCode, String name,
        String nameEn, String path, Long personId, String person, String words, String answer, Long answeredBy,
        long askedById, String askedBy, String askedFromPath, Instant askedAt, LocalDate firstDueOn, LocalDate dueOn,
        BigDecimal money, Matter.State state, Instant endedAt, boolean late, int version,
        @Nested("figure") MatterFigure figure) implements MatterTopic {

    @Override
    public String period() {
        return figure.period();
    }

    /** Whether something is left to do. */
    public boolean open() {
        return endedAt == null;
    }

    /** The key of its state in texts: a measure that is open is being carried out. */
    public String standing() {
        return kind == Matter.Kind.MEASURE && state == Matter.State.OPEN ? "RUNNING" : state.name();
    }

    /** Whether it waits for the side that asked. */
    public boolean answered() {
        return state == Matter.State.ANSWERED;
    }
}
