package vn.thang.indicator.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.catalog.programme.Indicator;
import vn.thang.core.model.IndicatorLink;
import vn.thang.indicator.denominator.FrozenDenominators;
import vn.thang.indicator.reading.KnownAgency;
import vn.thang.indicator.reading.Reading;
import vn.thang.indicator.reading.ReadingRow;

/** The check of readings with a few indicators and agencies, without a database. */
public final class Checks {

    public static final String SOURCE = "nguon";

    private Checks() {
    }

    /** Of a source with a share by parts, a rate of amounts, a count and a share without parts, each by quarter, for three agencies. */
    public static ReadingCheck check() {
        return of(indicator("parts", Indicator.Shape.RATIO, "percent", Indicator.Period.QUARTER),
                indicator("rate", Indicator.Shape.RATIO, "count", Indicator.Period.QUARTER),
                indicator("count", Indicator.Shape.COUNT, "count", Indicator.Period.QUARTER),
                indicator("share", Indicator.Shape.VALUE, "percent", Indicator.Period.QUARTER));
    }

    public static ReadingCheck of(Indicator... indicators) {
        return new ReadingCheck(SOURCE,
                Stream.of(indicators).collect(Collectors.toMap(Indicator::code, Function.identity())),
                Map.of("15", new KnownAgency(15, "province", "15"), "04", new KnownAgency(4, "province", "4"), "00004",
                        new KnownAgency(5, "province", "5")),
                FrozenDenominators.NONE, LocalDate.of(2026, 11, 29));
    }

    public static Indicator indicator(String code, Indicator.Shape shape, String unit, Indicator.Period period) {
        return new Indicator(code, Set.of(), Optional.empty(), shape, unit, IndicatorLink.Direction.UP, period, SOURCE,
                "VN",
                400, Set.of("province"), Optional.empty(), false, Indicator.Jump.USUAL);
    }

    /** What becomes of one row: its figures, or the reason of its refusal. */
    public static String outcome(ReadingCheck check, ReadingRow row) {
        CheckedRows checked = check.all(List.of(row).iterator(), 1, "twice");
        return checked.faults().isEmpty() ? text(checked.readings().get(0))
                : checked.faults().get(0).key().substring("reading.fault.".length());
    }

    private static String text(Reading reading) {
        return Stream.of(reading.numerator(), reading.denominator(), reading.value())
                .map(number -> number == null ? "" : number.stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("/", reading.period() + " ", ""));
    }
}
