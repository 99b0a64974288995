package vn.thang.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * The table that says how long data are kept. Administrators of the country change the times; they and auditors of the country
 * place holds, which stop every removal until they are ended.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.READ_TRAIL)
public class Retention {

    static final int SHORTEST = 30;
    static final int LONGEST = 3_650;
    private static final int LONGEST_REASON = 400;

    @Inject
    private RetentionRules rules;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<RetentionEvent> events;

    /** The table with its holds. */
    public record Shown(List<RetentionRules.Rule> rules, List<RetentionRules.Hold> holds) {
    }

    @Requires(Permission.READ_TRAIL)
    public Shown get() {
        national(Permission.READ_TRAIL);
        return new Shown(rules.list(), rules.holds());
    }

    /** Keeps a kind of data for so many days from now on. */
    @Requires(Permission.ADMINISTER)
    public void change(String kind, Integer days) {
        national(Permission.ADMINISTER);
        RetentionRules.Rule rule = get(kind);
        if (days == null || days < SHORTEST || days > LONGEST) {
            throw new BusinessException("retention.days-wrong", SHORTEST, LONGEST);
        }
        if (days != rule.days()) {
            rules.change(kind, days);
            events.fire(new RetentionEvent.TimeChanged(kind, rule.days(), days));
        }
    }

    /** Stops the removal of a kind of data, or of all where it is null; answers the number of the hold. */
    @Requires(Permission.READ_TRAIL)
    public long hold(String kind, String reason) {
        national(Permission.READ_TRAIL);
        String why = GivenText.orNull(reason);
        String what = GivenText.orNull(kind);
        if (why == null || why.length() > LONGEST_REASON) {
            throw new BusinessException("retention.reason-wrong", LONGEST_REASON);
        }
        if (what != null) {
            get(what);
        }
        long hold = rules.hold(what, why, caller.personId(), clock.instant());
        events.fire(new RetentionEvent.HoldPlaced(hold, what, why));
        return hold;
    }

    /** Ends a hold: what is older than its time goes with the next run. */
    @Requires(Permission.READ_TRAIL)
    public void end(long hold) {
        national(Permission.READ_TRAIL);
        if (!rules.end(hold, caller.personId(), clock.instant())) {
            throw new BusinessException.NotFound("retention.no-hold");
        }
        events.fire(new RetentionEvent.HoldEnded(hold));
    }

    private RetentionRules.Rule get(String kind) {
        return rules.list().stream().filter(rule -> rule.kind().equals(kind)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("retention.no-kind"));
    }

    private void national(Permission permission) {
        caller.check(permission, agencies.rootPath());
    }
}
