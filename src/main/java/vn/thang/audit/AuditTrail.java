package vn.thang.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import vn.thang.platform.Change;
import vn.thang.security.Caller;

/** Stores every change with who and when; if the deed is undone, so is its entry. */
@ApplicationScoped
public class AuditTrail {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    void record(@Observes Change change) {
        entities.persist(new Entry(clock.instant(), caller.personId(), change));
    }
}
