package vn.thang.assessment.discrepancy;

import java.util.List;
import vn.thang.assessment.score.ScoringEvent.Given;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something became of the entries that an assessment has in the register. */
public sealed interface DiscrepancyEvent extends DomainEvent {

    /** The agency explained its answer. */
    record DiscrepancyExplained(long assessment, long agency, Given given,
            String explanation) implements DiscrepancyEvent {

        @Override
        public List<TrailLine> trail() {
            return given.told("explain-discrepancy", assessment, agency, null, explanation);
        }
    }

    /** A reviewer accepted the explanation. */
    record DiscrepancyAccepted(long assessment, long agency, Given given,
            String reason) implements DiscrepancyEvent {

        @Override
        public List<TrailLine> trail() {
            return given.told("accept-discrepancy", assessment, agency, null, reason);
        }
    }

    /** A reviewer rejected the explanation. */
    record DiscrepancyRejected(long assessment, long agency, Given given,
            String reason) implements DiscrepancyEvent {

        @Override
        public List<TrailLine> trail() {
            return given.told("reject-discrepancy", assessment, agency, null, reason);
        }
    }

    /** Entries opened after the agency had handed in. */
    record DiscrepanciesOpenedLate(long assessment, long agency, List<String> criteria) implements DiscrepancyEvent {

        @Override
        public List<TrailLine> trail() {
            return line("open-late-discrepancy", assessment, agency, String.join(", ", criteria));
        }
    }

    /** Entries followed answers or readings; each step is what was done and the criterion. */
    record DiscrepanciesFollowed(long assessment, long agency, List<String> steps) implements DiscrepancyEvent {

        @Override
        public List<TrailLine> trail() {
            return line("follow-discrepancies", assessment, agency, String.join(", ", steps));
        }
    }

    private static List<TrailLine> line(String action, long assessment, long agency, String details) {
        return List.of(new TrailLine(action, "assessment", assessment, agency, details));
    }
}
