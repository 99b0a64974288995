package vn.thang.indicator.lookup;

import static vn.thang.security.Permission.CONTRIBUTE;
import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.intake.KnownReadings;
import vn.thang.platform.BusinessException;
import vn.thang.security.Requires;

/** What is measured, for everybody who is signed in: what it means is no secret. */
@ApplicationScoped
@Transactional
public class IndicatorDirectory {

    @Inject
    private KnownReadings known;

    @Inject
    private Catalog catalog;

    /** In the order of the programme. */
    @Requires({VIEW, CONTRIBUTE})
    public List<Indicator> list() {
        return catalog.indicators();
    }

    @Requires({VIEW, CONTRIBUTE})
    public Indicator get(String code) {
        return catalog.indicator(code)
                .orElseThrow(() -> new BusinessException.NotFound("reading.fault.indicator", code));
    }

    /** Names of agencies that answer for indicators, by code. */
    @Requires({VIEW, CONTRIBUTE})
    public Map<String, String> owners() {
        return known.names(catalog.indicators().stream().map(Indicator::owner).distinct().toList());
    }
}
