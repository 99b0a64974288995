package vn.thang.assessment.reply;

import java.util.List;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** A step of the reply to a provisional result was taken. */
public sealed interface ReplyEvent extends DomainEvent {

    /** An objection was written or changed. */
    record ObjectionWritten(long assessment, long agency, ScoringEvent.Given claim) implements ReplyEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(claim.told("write-objection", assessment, agency, null));
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
    record ObjectionEvidenceAttached(long assessment, long agency, String criterion,
            String content) implements ReplyEvent {

        @Override
        public List<TrailLine> trail() {
            return line("attach", assessment, agency, criterion + " " + content);
        }
    }

    /** Evidence of an objection was taken back. */
    record ObjectionEvidenceRemoved(long assessment, long agency, String criterion,
            String title) implements ReplyEvent {

        @Override
        public List<TrailLine> trail() {
            return line("remove", assessment, agency, criterion + " " + title);
        }
    }

    /** The agency took its provisional result as the final one. */
    record ResultAccepted(long assessment, long agency) implements ReplyEvent {

        @Override
        public List<TrailLine> trail() {
            return line("accept", assessment, agency, null);
        }
    }

    /** The agency handed in its objections. */
    record ObjectionsHandedIn(long assessment, long agency) implements ReplyEvent {

        @Override
        public List<TrailLine> trail() {
            return line("object", assessment, agency, null);
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
