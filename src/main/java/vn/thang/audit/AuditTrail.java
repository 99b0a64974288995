package vn.thang.audit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import vn.thang.platform.DomainEvent;
import vn.thang.security.Caller;

/** Stores what is said of every event with who and when; if what was done is undone, so is its entry. */
@ApplicationScoped
public class AuditTrail {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Observes before all others, so that an entry stands before those of what follows from it. */
    void record(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) DomainEvent event) {
        event.trail().forEach(line -> entities.persist(new Entry(clock.instant(), caller.personId(), line)));
    }
}
