package vn.thang.indicator.coverage;

import java.time.LocalDate;
import java.util.List;
import vn.thang.core.target.Coverage;

/** A period of an indicator, for the agencies of one type. */
public record Place(String indicator, LocalDate period, String type) {

    /** Returns where agencies are missing in a period. */
    public static List<Place> incomplete(String indicator, LocalDate period, Coverage coverage) {
        return coverage.types().entrySet().stream().filter(type -> type.getValue().came() < type.getValue().due())
                .map(type -> new Place(indicator, period, type.getKey())).toList();
    }
}
