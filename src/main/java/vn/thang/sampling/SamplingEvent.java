package vn.thang.sampling;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was done with an audit sample. */
public sealed interface SamplingEvent extends DomainEvent {

    /** A sample was drawn. */
    record AuditSampleDrawn(long sample, String round, String agency, String seed, long population,
            int size) implements SamplingEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("draw-audit-sample", "audit-sample", sample, null,
                    "round=%s agency=%s seed=%s population=%d size=%d".formatted(round, agency, seed, population,
                            size)));
        }
    }

    /** A reviewer judged one answer of a sample. */
    record CaseJudged(long assessment, long agency, String criterion, boolean restricted, String value,
            String found) implements SamplingEvent {

        @Override
        public List<TrailLine> trail() {
            TrailLine line = new TrailLine("judge-audit-case", "assessment", assessment, agency, criterion);
            return List.of(restricted ? line.hiding(value, found) : line.changing(value, found));
        }
    }

    /** Somebody took the working paper of a sample. */
    record PaperTaken(long sample, String sha256) implements SamplingEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("take-working-paper", "audit-sample", sample, null, "sha256=" + sha256));
        }
    }
}
