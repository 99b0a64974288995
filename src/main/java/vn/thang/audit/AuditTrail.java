package vn.thang.audit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;
import vn.thang.platform.web.Origin;
import vn.thang.platform.work.WorkEnded;
import vn.thang.security.Caller;
import vn.thang.security.Grant;

/** Stores what is said of every event with who and when; if what was done is undone, so is its entry. */
@ApplicationScoped
public class AuditTrail {

    private static final int LONGEST_DETAILS = 16_000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private Origin origin;

    @Inject
    private Clock clock;

    /** Itself by way of the container, for what is kept in a transaction of its own. */
    @Inject
    private AuditTrail itself;

    /** Observes before all others, so that an entry stands before those of what follows from it. */
    void record(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) DomainEvent event) {
        if (event.remains()) {
            itself.keep(event);
        } else {
            write(event);
        }
    }

    /** Tells of long work that has ended, in the transaction that says so where there is one. */
    void ended(@Observes WorkEnded work) {
        itself.tell(new AuditEvent.WorkFinished(work.id(), work.kind(), work.subject(), work.failed()));
    }

    /** Writes what is told in the transaction around it, or in one of its own. */
    @Transactional
    public void tell(DomainEvent event) {
        write(event);
    }

    /** Writes what is told whatever becomes of the transaction around it. */
    @Transactional(TxType.REQUIRES_NEW)
    public void keep(DomainEvent event) {
        write(event);
    }

    private void write(DomainEvent event) {
        Acting who = standing();
        event.trail().forEach(line -> write(who, line));
    }

    private void write(Acting who, TrailLine line) {
        Entry entry = new Entry(clock.instant(), who, shortened(line));
        entities.persist(entry);
        if (line.apart()) {
            keepApart(entry, ApartValue.Kind.BEFORE, line.before());
            keepApart(entry, ApartValue.Kind.AFTER, line.after());
        }
        keepApart(entry, ApartValue.Kind.ADDRESS, origin.address());
    }

    private void keepApart(Entry entry, ApartValue.Kind kind, String content) {
        if (content != null) {
            ApartValue value = new ApartValue(entry.id(), kind, content);
            entities.persist(value);
            entry.holds(value);
        }
    }

    private Acting standing() {
        Grant acting = caller.acting().orElse(null);
        return new Acting(caller.personId(), acting == null ? null : acting.role().name(),
                acting == null ? null : acting.agencyId(), origin.session());
    }

    private static TrailLine shortened(TrailLine line) {
        String details = line.details();
        return details == null || details.length() <= LONGEST_DETAILS ? line
                : new TrailLine(line.action(), line.subject(), line.subjectId(), line.agencyId(),
                        details.substring(0, LONGEST_DETAILS), line.before(), line.after(), line.apart());
    }
}
