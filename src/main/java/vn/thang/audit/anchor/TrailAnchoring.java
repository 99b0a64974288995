package vn.thang.audit.anchor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.thang.audit.AuditEvent;
import vn.thang.audit.seal.Blocks;
import vn.thang.platform.Time;

/**
 * Decides when a block of the trail is stamped outside: once a day, when the results of a round were published, and every hour
 * in the day after that.
 */
@ApplicationScoped
@Transactional
public class TrailAnchoring {

    private static final Duration AFTER_PUBLICATION = Duration.ofDays(1);
    private static final Duration BETWEEN = Duration.ofHours(1);

    @Inject
    private Blocks blocks;

    @Inject
    private Anchors anchors;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditEvent> events;

    /** Finds the block that is to be stamped now: the last one, where it is time. */
    public Optional<Due> due() {
        Anchor anchor = anchors.last().orElse(null);
        return blocks.last().filter(last -> anchor == null || last.number() > anchor.block() && isTime(anchor))
                .map(last -> new Due(last.number(), last.blockHash()));
    }

    /** A block that is to be stamped. */
    public record Due(long block, String hash) {
    }

    private boolean isTime(Anchor anchor) {
        Instant now = clock.instant();
        if (!day(anchor.stampedAt()).equals(day(now))) {
            return true;
        }
        Anchors.Publication publication = anchors.publication();
        return publication.block() != null && (publication.block() > anchor.block()
                || publication.at().plus(AFTER_PUBLICATION).isAfter(now)
                        && anchor.stampedAt().plus(BETWEEN).isBefore(now));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Time.ZONE);
    }

    /** Keeps what the authority signed. */
    public void add(Due due, byte[] token) {
        blocks.takeTurn();
        TimeStamp stamp = TimeStamp.read(token);
        long number = anchors.last().map(Anchor::number).orElse(0L) + 1;
        anchors.add(new Anchor(number, due.block(), stamp.at(), stamp.authority(), token));
        events.fire(new AuditEvent.TrailAnchored(due.block(), due.hash(), stamp.at(), stamp.authority()));
    }
}
