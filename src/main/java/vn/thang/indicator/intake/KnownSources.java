package vn.thang.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.catalog.Catalog;
import vn.thang.platform.BusinessException;

/** The sources that indicators name; whatever else calls itself a source is none. */
@ApplicationScoped
public class KnownSources {

    @Inject
    private Catalog catalog;

    /** @throws BusinessException.NotFound when no indicator comes from the source */
    public void require(String source) {
        if (catalog.indicators().stream().noneMatch(indicator -> indicator.source().equals(source))) {
            throw new BusinessException.NotFound("reading.source", source);
        }
    }
}
