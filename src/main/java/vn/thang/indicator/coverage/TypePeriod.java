package vn.thang.indicator.coverage;

import java.time.LocalDate;
import java.util.List;
import vn.thang.core.target.Coverage;

/** A period of an indicator, for the agencies of one type. */
public record TypePeriod(String indicator, LocalDate period, String type) {

    /** Returns where agencies are missing in a period. */
    public static List<TypePeriod> incomplete(String indicator, LocalDate period, Coverage coverage) {
        return coverage.types().entrySet().stream().filter(type -> type.getValue().came() < type.getValue().due())
                .map(type -> new TypePeriod(indicator, period, type.getKey())).toList();
    }
}
