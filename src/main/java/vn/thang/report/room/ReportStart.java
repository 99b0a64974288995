package vn.thang.report.room;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads the definitions of reports when the application starts, so that a faulty one is named in the log. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class ReportStart {

    private static final Logger LOG = Logger.getLogger(ReportStart.class.getName());

    @Inject
    private ReportCatalogue catalogue;

    @PostConstruct
    void read() {
        catalogue.refused().forEach((report, faults) -> faults
                .forEach(fault -> LOG.log(Level.SEVERE, "Report {0} is refused: {1}", new Object[]{report, fault})));
    }
}
