package vn.thang.assessment.signing;

import java.util.List;
import vn.thang.organisation.factor.FactorShown;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was done on the way to the signature of the head, short of signing. */
public sealed interface SigningEvent extends DomainEvent {

    /** The answers wait for the signature. */
    record AnswersSubmitted(long assessment, long agency) implements SigningEvent {

        @Override
        public List<TrailLine> trail() {
            return line("submit", assessment, agency, null);
        }
    }

    /** The answers went back to the officers, with a word or without. */
    record AnswersWithdrawn(long assessment, long agency, String word) implements SigningEvent {

        @Override
        public List<TrailLine> trail() {
            return line("withdraw", assessment, agency, word);
        }
    }

    /** A person was named to submit. */
    record SubmitterNamed(long assessment, long agency, long person, long naming) implements SigningEvent {

        @Override
        public List<TrailLine> trail() {
            return line("name-submitter", assessment, agency, person + "=" + naming);
        }
    }

    /** The person named to submit is named no more. */
    record SubmitterCleared(long assessment, long agency, long person) implements SigningEvent {

        @Override
        public List<TrailLine> trail() {
            return line("clear-submitter", assessment, agency, String.valueOf(person));
        }
    }

    /** A signature was given with the second factor of the head. */
    record FactorShownAtSignature(long assessment, long agency, FactorShown factor) implements SigningEvent {

        @Override
        public List<TrailLine> trail() {
            return line("show-factor", assessment, agency, factor.name());
        }
    }

    private static List<TrailLine> line(String action, long assessment, long agency, String details) {
        return List.of(new TrailLine(action, "assessment", assessment, agency, details));
    }
}
