package vn.thang.core.scoring;

import vn.thang.core.model.IndicatorLink;

/** The reason why an answer counts as it does. */
public sealed interface Cause {

    /** The agency declared it, and nothing speaks against it. */
    record Declared() implements Cause {
    }

    /** The level above has no evidence: {@code level} is the lowest one that lacks it. */
    record EvidenceMissing(int level) implements Cause {
    }

    /** The level above had evidence, which no longer holds: {@code level} is the lowest one that lacks it. */
    record EvidenceExpired(int level) implements Cause {
    }

    /** A reading sets the level, or holds it down; {@code mode} is never INFORM. */
    record Reading(IndicatorLink.Mode mode) implements Cause {
    }

    /** A reviewer set it. */
    record Reviewer() implements Cause {
    }

    /** The panel set it by its decision on an objection. */
    record Panel() implements Cause {
    }

    /** The criterion is exempt in this round. */
    record Exempt() implements Cause {
    }

    Cause DECLARED = new Declared();
    Cause REVIEWER = new Reviewer();
    Cause PANEL = new Panel();
    Cause EXEMPT = new Exempt();

    /** Returns the short name that texts and other systems know the cause by. */
    default String code() {
        return switch (this) {
            case Declared declared -> "declared";
            case EvidenceMissing missing -> "evidence-missing";
            case EvidenceExpired expired -> "evidence-expired";
            case Reading reading -> reading.mode() == IndicatorLink.Mode.CAP ? "reading-cap" : "reading-replace";
            case Reviewer reviewer -> "reviewer";
            case Panel panel -> "panel";
            case Exempt exempt -> "exempt";
        };
    }
}
