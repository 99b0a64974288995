package vn.thang.assessment.reply;

import java.time.Instant;

/**
 * An objection with who wrote it and what became of it.
 *
 * @param provisional what held when it was written; null where nothing was answered
 * @param decision    null until the panel has decided; so are value, reasons, members, decidedBy and decidedAt
 * @param value       what holds by the decision
 * @param sent        whether the head of the agency has sent it
 */
public record RaisedObjection(String criterion, String provisional, String claimed, String grounds, String writtenBy,
        Instant writtenAt,
        Objection.Decision decision, String value, String reasons, String members, String decidedBy,
        Instant decidedAt, boolean sent) {

    public boolean decided() {
        return decision != null;
    }
}
