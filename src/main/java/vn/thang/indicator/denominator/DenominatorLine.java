package vn.thang.indicator.denominator;

import java.math.BigDecimal;
import java.time.Instant;
import vn.thang.organisation.agency.AgencyName;

/** An agency with the denominator that is set for it now; everything but the agency is null where none is. */
public record DenominatorLine(String code, String name, String nameEn, BigDecimal amount, String by,
        Instant at) implements AgencyName {
}
