package vn.thang.operation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import vn.thang.platform.sql.DatabaseMigration;

/** Which version of the application this is, and to which version it has brought the database. */
@ApplicationScoped
public class Build {

    @EJB
    private DatabaseMigration migration;

    private String version;

    @PostConstruct
    void read() {
        Properties build = new Properties();
        try (InputStream file = Build.class.getResourceAsStream("/thang-build.properties")) {
            build.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        version = build.getProperty("version");
    }

    public String version() {
        return version;
    }

    /** Returns the number of the last migration. */
    public String schema() {
        return migration.version();
    }
}
