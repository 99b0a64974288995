package vn.thang.assessment.reply;

import java.util.List;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** A step of the reply to a provisional result was taken. */
public sealed interface ReplyEvent extends DomainEvent {

    /** An objection was written or changed. */
    record ObjectionWritten(long assessment, long agency, ScoringEvent.Given claim,
            String grounds) implements ReplyEvent {

        @Override
        public List<TrailLine> trail() {
            return claim.told("write-objection", assessment, agency, null, grounds);
        }
    }

    /** An objection was taken back before it was handed in. */
    record ObjectionWithdrawn(long assessment, long agency, String criterion) implements ReplyEvent {

        @Override
        public List<TrailLine> trail() {
            return line("withdraw-objection", assessment, agency, criterion);
        }
    }

    /** Evidence was attached to an objection: the hash of a file or the address of a link. */
    record ObjectionEvidenceAttached(long assessment, long agency, ScoringEvent.Given given) implements ReplyEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(given.told("attach-to-objection", assessment, agency, null));
        }
    }

    /** Evidence of an objection was taken back. */
    record ObjectionEvidenceRemoved(long assessment, long agency, ScoringEvent.Given given) implements ReplyEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(given.told("remove-from-objection", assessment, agency, null));
        }
    }

    /** The agency took its provisional result as the final one, by a signature with this receipt and hash. */
    record ResultAccepted(long assessment, long agency, String receipt, String hash) implements ReplyEvent {

        @Override
        public List<TrailLine> trail() {
            return line("accept", assessment, agency, receipt + " " + hash);
        }
    }

    /** The agency handed in its objections, likewise. */
    record ObjectionsHandedIn(long assessment, long agency, String receipt, String hash) implements ReplyEvent {

        @Override
        public List<TrailLine> trail() {
            return line("object", assessment, agency, receipt + " " + hash);
        }
    }

    /** The panel closed the case, with minutes. */
    record CaseSettled(long assessment, long agency, int minutes) implements ReplyEvent {

        @Override
        public List<TrailLine> trail() {
            return line("settle", assessment, agency, "minutes=" + minutes);
        }
    }

    private static List<TrailLine> line(String action, long assessment, long agency, String details) {
        return List.of(new TrailLine(action, "assessment", assessment, agency, details));
    }
}
