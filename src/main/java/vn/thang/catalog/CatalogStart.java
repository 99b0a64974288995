package vn.thang.catalog;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.thang.catalog.document.ModelFaultsException;

/**
 * Reads the catalog when the application starts, so that a fault of the index, or of the only programme, stops the start and
 * that of a version is named in the log; and takes up what other servers publish, soon after they do.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
public class CatalogStart {

    private static final Logger LOG = Logger.getLogger(CatalogStart.class.getName());
    private static final int SECONDS = 15;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Resource
    private ManagedScheduledExecutorService executor;

    private ScheduledFuture<?> following;

    @PostConstruct
    void read() {
        try {
            catalog.settle(clock.instant()).forEach(ref -> LOG.log(Level.WARNING,
                    "The files of {0} differ from those that are published; the published ones hold", ref));
            catalog.models().forEach(model -> LOG.log(Level.INFO, "Model {0}, {1} criteria, sha256 {2}",
                    new Object[]{model.ref(), model.criteria().size(), catalog.hash(model.ref())}));
            catalog.refused().forEach((ref, faults) -> faults.forEach(fault -> LOG.log(Level.SEVERE,
                    "Model {0} is refused: {1}", new Object[]{ref, fault.line(Locale.ENGLISH)})));
            catalog.ownFaults().forEach(fault -> LOG.log(Level.SEVERE,
                    "A file in the folder is refused, and what is published holds: {0}", fault.line(Locale.ENGLISH)));
            catalog.remarks().forEach((ref, faults) -> LOG.log(Level.WARNING,
                    "{0} was published before some rules of this release and goes on; remarks: {1}",
                    new Object[]{ref, faults.size()}));
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof ModelFaultsException refused) {
                    refused.faults()
                            .forEach(fault -> LOG.log(Level.SEVERE, "Catalog: {0}", fault.line(Locale.ENGLISH)));
                }
            }
            throw failure;
        }
        following = executor.scheduleWithFixedDelay(this::follow, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void follow() {
        try {
            catalog.follow();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "What is published could not be read; the next time comes soon", failure);
        }
    }

    @PreDestroy
    void end() {
        if (following != null) {
            following.cancel(false);
        }
    }
}
