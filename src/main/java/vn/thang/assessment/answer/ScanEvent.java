package vn.thang.assessment.answer;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** A scanner has found something. */
public sealed interface ScanEvent extends DomainEvent {

    /** In a file that was offered as evidence, which is refused: nothing is kept of it but this. */
    record OfferedFileRefused(long assessment, long agency, String name, String sha256,
            String finding) implements ScanEvent {

        @Override
        public boolean remains() {
            return true;
        }

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("refuse-file", "assessment", assessment, agency,
                    "finding=%s sha256=%s name=%s".formatted(finding, sha256, name)));
        }
    }

    /** In a file of evidence that is kept: nobody gets it any more. */
    record KeptFileFound(long assessment, long agency, long evidence, String finding) implements ScanEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("find-in-file", "assessment", assessment, agency,
                    "finding=%s evidence=%d".formatted(finding, evidence)));
        }
    }
}
