package vn.thang.catalog;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads the catalog when the application starts, so that a fault of the programme stops the start and that of
 * a version is named in the log. */
@Singleton
@Startup
public class CatalogStart {

    private static final Logger LOG = Logger.getLogger(CatalogStart.class.getName());

    @Inject
    private Catalog catalog;

    @PostConstruct
    void read() {
        try {
            catalog.models().forEach(model -> LOG.log(Level.INFO, "Model {0}, {1} criteria, sha256 {2}",
                    new Object[]{model.ref(), model.criteria().size(), catalog.hash(model.ref())}));
            catalog.refused().forEach((ref, faults) -> faults.forEach(fault -> LOG.log(Level.SEVERE,
                    "Model {0} is refused: {1}", new Object[]{ref, fault.line(Locale.ENGLISH)})));
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof ModelFaultsException refused) {
                    refused.faults()
                            .forEach(fault -> LOG.log(Level.SEVERE, "Catalog: {0}", fault.line(Locale.ENGLISH)));
                }
            }
            throw failure;
        }
    }
}
