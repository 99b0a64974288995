package vn.thang.drafting;

import java.time.Instant;
import vn.thang.catalog.reading.PublishedVersions.Kind;

/**
 * A draft of a version of a model or of the programme as it stands.
 *
 * @param ref      its name and version; null where its structure names none
 * @param name     of the uploaded file
 * @param sha256   of the uploaded file
 * @param uploader name of the person
 * @param proposer name of the person; null until it is proposed
 * @param decider  name of whoever published or refused it, or dropped it; null until then
 * @param reason   why it was refused; null otherwise
 */
public record Draft(long id, Kind kind, String ref, String name, String sha256, DraftState state, long uploadedBy,
        String uploader,
        Instant uploadedAt, Long proposedBy, String proposer, Instant proposedAt, String decider, Instant decidedAt,
        String reason) {

    /** Returns whether it is one of the programme, and not of a model. */
    public boolean ofProgramme() {
        return kind == Kind.PROGRAMME;
    }

    /** Returns whether nothing is decided yet. */
    public boolean open() {
        return state == DraftState.UPLOADED || state == DraftState.PROPOSED;
    }
}
