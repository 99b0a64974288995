package vn.thang.audit;

import java.time.Instant;
import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** What the trail tells besides what people change: verifications, downloads, the life of the application, its work. */
public sealed interface AuditEvent extends DomainEvent {

    /** Somebody verified the trail up to a block; so much was wrong. */
    record TrailVerified(long blocks, long entries, String head, long wrong) implements AuditEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("verify", "trail", null, null,
                    "blocks=%d entries=%d wrong=%d head=%s".formatted(blocks, entries, wrong, head)));
        }
    }

    /** Somebody verified one published result, which was as it was published or not. */
    record ResultVerified(long assessment, boolean same) implements AuditEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("verify-result", "assessment", assessment, null, "same=" + same));
        }
    }

    /**
     * Somebody verified a round: its published results, what counts in it, its signatures and what everybody reads of it.
     *
     * @param different so many were not as they were published
     * @param missing   so many were not there
     * @param sameWhole whether all together had the hash that was told of at their publication
     * @param scores    so many scores did not follow from what is stored
     * @param broken    so many signatures did not hold
     * @param untold    so many answers, verdicts and exemptions were changed without the trail
     * @param open      of what everybody reads, so much was not as the trail told
     */
    record ResultsVerified(long round, int results, int different, int missing, boolean sameWhole, int scores,
            int broken, int untold, int open) implements AuditEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("verify-results", "round", round, null,
                    "results=%d different=%d missing=%d same-whole=%s scores=%d signatures=%d untold=%d open=%d"
                            .formatted(
                                    results, different, missing, sameWhole, scores, broken, untold, open)));
        }
    }

    /** An authority outside has stamped a block of the trail. */
    record TrailAnchored(long block, String hash, Instant at, String authority) implements AuditEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("anchor", "trail", block, null,
                    "hash=%s at=%s authority=%s".formatted(hash, at, authority)));
        }
    }

    /** Auditors are told the hash of the last block. */
    record HeadTold(long block, String hash) implements AuditEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("tell-head", "trail", block, null, "hash=" + hash));
        }
    }

    /**
     * Somebody took a file.
     *
     * @param address what was asked for
     * @param typed   what was looked for in words of the person, which is kept apart; empty for nothing
     * @param name    name that the file was given
     * @param sha256  hash of the content where it was at hand; null where it is made while it is sent
     */
    record FileDownloaded(String address, String typed, String name, String sha256) implements AuditEvent {

        @Override
        public boolean remains() {
            return true;
        }

        @Override
        public List<TrailLine> trail() {
            TrailLine line = new TrailLine("download", "file", null, null,
                    address + " " + name + (sha256 == null ? "" : " sha256=" + sha256));
            return List.of(typed.isEmpty() ? line : line.hiding(null, typed));
        }
    }

    /** The application started on a server, with the database in this version, to which so many migrations led now. */
    record ApplicationStarted(String version, int migrations) implements AuditEvent {

        @Override
        public boolean remains() {
            return true;
        }

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("start", "application", null, null,
                    "version=%s migrations=%d".formatted(version, migrations)));
        }
    }

    /** Long work came to its end. */
    record WorkFinished(long work, String kind, String about, boolean failed) implements AuditEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine(failed ? "work-failed" : "work-done", "work", work, null,
                    about == null || about.isEmpty() ? kind : kind + " " + about));
        }
    }
}
