package vn.thang.drafting;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was done with a draft of a version of a model. */
public sealed interface DraftEvent extends DomainEvent {

    /** A draft was uploaded, with so many faults. */
    record DraftUploaded(long draft, String ref, String sha256, int faults) implements DraftEvent {

        @Override
        public List<TrailLine> trail() {
            return line("upload-draft", draft, "ref=" + ref + " sha256=" + sha256 + " faults=" + faults);
        }
    }

    /** A draft was proposed to be published. */
    record DraftProposed(long draft, String ref, String sha256) implements DraftEvent {

        @Override
        public List<TrailLine> trail() {
            return line("propose-version", draft, "ref=" + ref + " sha256=" + sha256);
        }
    }

    /** A draft became a version: the hash is that of its files, which published results name. */
    record DraftPublished(long draft, String ref, String sha256) implements DraftEvent {

        @Override
        public List<TrailLine> trail() {
            return line("publish-version", draft, "ref=" + ref + " sha256=" + sha256);
        }
    }

    /** A proposed draft was refused. */
    record DraftRefused(long draft, String ref, String reason) implements DraftEvent {

        @Override
        public List<TrailLine> trail() {
            return line("refuse-version", draft, "ref=" + ref + " reason=" + reason);
        }
    }

    /** A draft was dropped. */
    record DraftDropped(long draft, String ref) implements DraftEvent {

        @Override
        public List<TrailLine> trail() {
            return line("drop-version", draft, "ref=" + ref);
        }
    }

    private static List<TrailLine> line(String action, long draft, String details) {
        return List.of(new TrailLine(action, "model", draft, null, details));
    }
}
