package vn.thang.platform.sql;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started means: the database is at the version of the application. */
@Startup
@ApplicationScoped
public class DatabaseStarted implements HealthCheck {

    @EJB
    private DatabaseMigration migration;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("migration").status(migration.version() != null)
                .withData("version", String.valueOf(migration.version())).build();
    }
}
