package vn.thang.assessment.round;

import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was done with a round, or with the days that hold in it. */
public sealed interface RoundEvent extends DomainEvent {

    /** A round was planned. */
    record RoundCreated(long round, String modelRef) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line("create", round, modelRef);
        }
    }

    /** The plan of a round changed. */
    record RoundEdited(long round, String modelRef) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line("edit", round, modelRef);
        }
    }

    /** A round opened with so many assessments. */
    record RoundOpened(long round, int assessments) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line("open", round, "assessments=" + assessments);
        }
    }

    /** A round has a later last day; so many assessments joined. */
    record RoundExtended(long round, LocalDate dueOn, int assessments) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line("extend", round, "due=" + dueOn + " assessments=" + assessments);
        }
    }

    /** An agency takes part in a round that was open already. */
    record AgencyJoined(long round, long agency, String reason) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("join", "round", round, agency, reason));
        }
    }

    /** A round closed. */
    record RoundClosed(long round) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line("close", round, null);
        }
    }

    /** A closed round opened again; so many assessments joined. */
    record RoundReopened(long round, LocalDate dueOn, int assessments) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line("reopen", round, "due=" + dueOn + " assessments=" + assessments);
        }
    }

    /** The provisional results were issued; agencies may reply until a day. */
    record ResultsIssued(long round, int assessments, LocalDate replyUntil) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line("issue", round, "assessments=" + assessments + " until=" + replyUntil);
        }
    }

    /** The results without a reply were taken as final. */
    record RepliesLapsed(long round, int assessments) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line("lapse", round, "assessments=" + assessments);
        }
    }

    /** The results of a round were published and frozen. */
    record ResultsPublished(long round, int assessments, String hash) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line(TrailLine.PUBLISH, round, "assessments=" + assessments + " hash=" + hash);
        }
    }

    /** The result of each agency was frozen: what was published is sealed one by one. */
    record ResultsFrozen(List<PublishedHash> results) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return results.stream().map(one -> new TrailLine(PublishedHash.ACTION, "assessment", one.assessment(),
                    one.agency(), one.details())).toList();
        }
    }

    /** A round that runs was scored anew. */
    record RoundRescored(long round, int assessments) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line("rescore", round, "assessments=" + assessments);
        }
    }

    /** It is proposed to withdraw the results of a round. */
    record WithdrawalProposed(long round, String reason) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line("propose-withdrawal", round, reason);
        }
    }

    /** A proposal to withdraw the results of a round was taken back or declined. */
    record WithdrawalDropped(long round) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line("drop-withdrawal", round, null);
        }
    }

    /** The results of a round were withdrawn, as two people decided. */
    record RoundWithdrawn(long round, String reason) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line("withdraw", round, reason);
        }
    }

    /** A rehearsal is removed whole, with so many assessments; what the trail tells of it stays. */
    record RehearsalRemoved(long round, String code, int assessments) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line("remove", round, "code=" + code + " assessments=" + assessments);
        }
    }

    /** A stage of a round has another last day; without a day it follows from the stage before again. */
    record StageMoved(long round, Stage stage, LocalDate day, String reason) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return line("move-stage", round, stage + "=" + day + " " + reason);
        }
    }

    /** An agency has a later day for a stage. */
    record StageExtended(long assessment, long agency, Stage stage, LocalDate day,
            String reason) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("extend-stage", "assessment", assessment, agency,
                    stage + "=" + day + " " + reason));
        }
    }

    /** Those who answer for an agency are reminded to hand in by a day. */
    record AgencyReminded(long assessment, long agency, LocalDate due) implements RoundEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("remind", "assessment", assessment, agency, "due=" + due));
        }
    }

    private static List<TrailLine> line(String action, long round, String details) {
        return List.of(new TrailLine(action, "round", round, null, details));
    }
}
