package vn.thang.platform.sql;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the database to the version of the application before anything else runs. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {

    private static final Logger LOG = Logger.getLogger(DatabaseMigration.class.getName());
    private static final int SECONDS_OF_WAITING = 3;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Inject
    @ConfigProperty(name = "thang.db.url")
    private String url;

    /** The account that owns the tables, where it is another one than that of the application. */
    @Inject
    @ConfigProperty(name = "thang.db.owner.user")
    private Optional<String> owner;

    @Inject
    @ConfigProperty(name = "thang.db.owner.password")
    private Optional<String> ownerPassword;

    private boolean rewritable;
    private int executed;
    private String version;

    @PostConstruct
    void migrate() {
        FluentConfiguration flyway = Flyway.configure(getClass().getClassLoader())
                .locations("classpath:db/migration");
        MigrateResult result = owner.isPresent() ? byTheOwner(flyway) : flyway.dataSource(dataSource).load().migrate();
        rewritable = DatabaseRights.mayRewrite(Sql.on(dataSource));
        if (rewritable) {
            LOG.warning("The account of the application may change the trail, its blocks and published results:"
                    + " give it an account of its own");
        }
        executed = result.migrationsExecuted;
        version = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
    }

    private MigrateResult byTheOwner(FluentConfiguration flyway) {
        DatabaseRights rights = new DatabaseRights(Sql.at(url, owner.get(), ownerPassword.orElse(null)));
        MigrateResult result = new Migrations(flyway.dataSource(url, owner.get(), ownerPassword.orElse(null)),
                SECONDS_OF_WAITING, rights.toWhatIsNew(Sql.on(dataSource))).run();
        rights.giveTo(Sql.on(dataSource));
        return result;
    }

    /** Whether the account of the application may change what is sealed or published, as it was tried at the start. */
    public boolean rewritable() {
        return rewritable;
    }

    /** Returns how many migrations this start has executed. */
    public int executed() {
        return executed;
    }

    /** Returns the version that the database has. */
    public String version() {
        return version;
    }
}
