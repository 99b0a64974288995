package vn.thang.audit;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import vn.thang.platform.sql.DatabaseMigration;
import vn.thang.security.Caller;

/** Tells the trail that the application has started, and to which version the database was brought. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class TrailStart {

    @EJB
    private DatabaseMigration migration;

    @Inject
    private Caller caller;

    @Inject
    private Event<AuditEvent> events;

    @PostConstruct
    void tell() {
        caller.actAsSystem();
        events.fire(new AuditEvent.ApplicationStarted(migration.version(), migration.executed()));
    }
}
