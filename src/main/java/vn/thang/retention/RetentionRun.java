package vn.thang.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.thang.platform.Retained;

/** Removes what is older than the table of retention says, unless an audit holds it. */
@ApplicationScoped
@Transactional
public class RetentionRun {

    private static final int AT_ONCE = 2_000;

    @Inject
    @Any
    private Instance<Retained> kinds;

    @Inject
    private RetentionRules rules;

    @Inject
    private Clock clock;

    @Inject
    private Event<RetentionEvent> events;

    /** Goes through the table once; what is held stays as it is. */
    public void run() {
        Instant now = clock.instant();
        for (RetentionRules.Rule rule : rules.list()) {
            if (rule.held()) {
                rules.ran(rule.kind(), now, null);
            } else {
                long removed = removed(rule, now.minus(Duration.ofDays(rule.days())));
                rules.ran(rule.kind(), now, removed);
                if (removed > 0) {
                    events.fire(new RetentionEvent.DataRemoved(rule.kind(), rule.days(), removed));
                }
            }
        }
    }

    private long removed(RetentionRules.Rule rule, Instant before) {
        long removed = 0;
        for (Retained kind : kinds) {
            if (kind.kind().equals(rule.kind())) {
                for (int some = kind.remove(before, AT_ONCE); some > 0; some = kind.remove(before, AT_ONCE)) {
                    removed += some;
                }
            }
        }
        return removed;
    }
}
