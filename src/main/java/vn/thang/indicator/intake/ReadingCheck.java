package vn.thang.indicator.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.denominator.FrozenDenominators;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.KnownAgency;
import vn.thang.indicator.reading.Reading;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.table.LostZeros;
import vn.thang.table.WrittenMoment;
import vn.thang.table.WrittenNumber;

/** What a reading must satisfy, whichever way it comes in. */
public final class ReadingCheck {

    private static final int DIGITS = 6;
    private static final int MOST_DIGITS = 18;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String source;
    private final Map<String, Indicator> indicators;
    private final Map<String, KnownAgency> agencies;
    private final FrozenDenominators frozen;
    private final LocalDate today;
    /** As they are written: a batch names few of them many times. */
    private final Map<String, Optional<Period>> periods = new HashMap<>();

    /** Refused, with the key of the reason. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient ReadingFault fault;

        public Refused(ReadingRow row, String key, String... arguments) {
            this(new ReadingFault(row.line(), "reading.fault." + key, List.of(arguments)));
        }

        Refused(ReadingFault fault) {
            super(fault.key());
            this.fault = fault;
        }

        public ReadingFault fault() {
            return fault;
        }
    }

    /** @param agencies by code, only those that the source may report on */
    ReadingCheck(String source, Map<String, Indicator> indicators, Map<String, KnownAgency> agencies,
            FrozenDenominators frozen, LocalDate today) {
        this.source = source;
        this.indicators = indicators;
        this.agencies = agencies;
        this.frozen = frozen;
        this.today = today;
    }

    /** The agencies that the source may report on, by id. */
    Map<Long, KnownAgency> byId() {
        return agencies.values().stream().collect(Collectors.toMap(KnownAgency::id, Function.identity()));
    }

    /**
     * Checks rows of one batch, each by itself and against one another: of rows about the same agency, indicator and period none
     * is taken, since nobody can say which of them counts.
     *
     * @param most  how many rows are read at most
     * @param twice last part of the key of the text that refuses them
     */
    public CheckedRows all(Iterator<ReadingRow> rows, int most, String twice) {
        CheckedRows checked = new CheckedRows(twice);
        while (checked.taken() < most && rows.hasNext()) {
            ReadingRow row = rows.next();
            try {
                checked.add(row, check(row));
            } catch (Refused refused) {
                checked.refuse(refused.fault());
            }
        }
        checked.settle();
        return checked;
    }

    private Reading check(ReadingRow row) throws Refused {
        if (row.fault() != null) {
            throw new Refused(row.fault());
        }
        Indicator indicator = indicators.get(text(row.indicator()));
        if (indicator == null || indicator.formula().isPresent()) {
            throw new Refused(row, indicator == null ? "indicator" : "computed", text(row.indicator()));
        }
        if (!indicator.source().equals(source)) {
            throw new Refused(row, "foreign-indicator", indicator.code(), source);
        }
        KnownAgency agency = agency(row, agencies);
        if (!indicator.scope().contains(agency.type())) {
            throw new Refused(row, "scope", text(row.agency()), indicator.code());
        }
        Period period = period(row, indicator.period());
        if (period.begin().isAfter(today)) {
            throw new Refused(row, "future", period.toString());
        }
        if (!agency.existence().touches(period.begin(), period.end())) {
            throw new Refused(row, "not-there", text(row.agency()), period.toString());
        }
        return values(row, indicator, period, agency);
    }

    private Period period(ReadingRow row, Indicator.Period kind) throws Refused {
        String written = text(row.period());
        Optional<Period> period = periods.computeIfAbsent(kind.firstMonth() + " " + kind + " " + written,
                any -> Period.written(written, kind));
        if (period.isEmpty()) {
            throw kind.shifted()
                    ? new Refused(row, "period.shifted", written, String.valueOf(kind.firstMonth()),
                            Period.at(kind, today).toString())
                    : new Refused(row, "period." + kind, written);
        }
        return period.get();
    }

    /**
     * Returns the agency of a row. A code that has lost the zeros in front, as spreadsheets take them away, is told with the codes
     * that may be meant.
     *
     * @param known agencies by code
     */
    public static KnownAgency agency(ReadingRow row, Map<String, KnownAgency> known) throws Refused {
        String code = text(row.agency());
        KnownAgency agency = known.get(code);
        if (agency == null) {
            List<String> meant = LostZeros.meant(code, known::containsKey);
            throw meant.isEmpty() ? new Refused(row, "agency", code)
                    : new Refused(row, "zeros", code, String.join(", ", meant));
        }
        return agency;
    }

    private Reading values(ReadingRow row, Indicator indicator, Period period, KnownAgency agency) throws Refused {
        BigDecimal numerator = things(row, row.numerator());
        BigDecimal denominator = things(row, row.denominator());
        BigDecimal value = indicator.shape() == Indicator.Shape.COUNT || !isShare(indicator)
                ? things(row, row.value()) : number(row, row.value());
        if (indicator.shape() == Indicator.Shape.RATIO) {
            requireWhole(row, indicator);
            denominator = denominator(row, denominator,
                    frozen.of(indicator.code(), period, agency.id()).orElse(denominator));
            value = ratio(row, indicator, numerator, denominator, value);
        } else {
            requireFigure(row, indicator, value);
            requireNoOther(row, indicator, numerator, denominator, value);
            numerator = null;
            denominator = null;
        }
        return new Reading(indicator.code(), period, agency.id(), numerator, denominator, value, measured(row));
    }

    /** Returns the share in per cent, which a value beside its parts must not contradict. */
    private static BigDecimal ratio(ReadingRow row, Indicator indicator, BigDecimal numerator, BigDecimal denominator,
            BigDecimal given) throws Refused {
        if (numerator == null || denominator == null) {
            throw new Refused(row, "parts", indicator.code());
        }
        if (denominator.signum() == 0 && numerator.signum() == 0 && (given == null || given.signum() == 0)) {
            return BigDecimal.ZERO; // nothing to report
        }
        if (denominator.signum() <= 0 || numerator.signum() < 0
                || isShare(indicator) && numerator.compareTo(denominator) > 0) {
            throw new Refused(row, "ratio", numerator.toPlainString(), denominator.toPlainString());
        }
        BigDecimal value = share(numerator, denominator);
        if (value.precision() - value.scale() > MOST_DIGITS) {
            throw new Refused(row, "ratio", numerator.toPlainString(), denominator.toPlainString());
        }
        if (given != null && !isRounded(value, given)) {
            throw contradiction(row, numerator, denominator, value, given);
        }
        return value;
    }

    /** The parts of a share are numbers of things. */
    private static void requireWhole(ReadingRow row, Indicator indicator) throws Refused {
        if (indicator.counted()) {
            requireWhole(row, "numerator", row.numerator());
            requireWhole(row, "denominator", row.denominator());
        }
    }

    /** Refuses a part that is not whole; one that is left out is asked for elsewhere. */
    public static void requireWhole(ReadingRow row, String part, WrittenNumber written) throws Refused {
        if (written != null && !isWhole(row, written)) {
            throw new Refused(row, part + ".part", written.text().strip());
        }
    }

    private static void requireFigure(ReadingRow row, Indicator indicator, BigDecimal value) throws Refused {
        boolean count = indicator.shape() == Indicator.Shape.COUNT;
        if (value == null || value.signum() < 0 || count && !isWhole(row, row.value())
                || isShare(indicator) && value.compareTo(HUNDRED) > 0) {
            throw new Refused(row, count ? "count" : "value", value == null ? "" : value.toPlainString());
        }
    }

    /** A single figure has no parts; those beside a percentage must at least say the same as it does. */
    private static void requireNoOther(ReadingRow row, Indicator indicator, BigDecimal numerator,
            BigDecimal denominator, BigDecimal value) throws Refused {
        if (numerator == null && denominator == null) {
            return;
        }
        if (!isShare(indicator) || numerator == null || denominator == null || denominator.signum() <= 0) {
            throw new Refused(row, "no-parts", indicator.code());
        }
        if (!isRounded(share(numerator, denominator), value)) {
            throw contradiction(row, numerator, denominator, share(numerator, denominator), value);
        }
    }

    private static Refused contradiction(ReadingRow row, BigDecimal numerator, BigDecimal denominator,
            BigDecimal value, BigDecimal given) {
        return new Refused(row, "contradiction", numerator.toPlainString(), denominator.toPlainString(),
                value.stripTrailingZeros().toPlainString(), given.toPlainString());
    }

    private static BigDecimal share(BigDecimal numerator, BigDecimal denominator) {
        return numerator.multiply(HUNDRED).divide(denominator, DIGITS, RoundingMode.HALF_UP);
    }

    /** Whether what was given is the value, rounded to the decimals that were given. */
    private static boolean isRounded(BigDecimal value, BigDecimal given) {
        int decimals = Math.max(0, given.scale());
        return value.subtract(given).abs().multiply(BigDecimal.valueOf(2))
                .compareTo(BigDecimal.ONE.movePointLeft(Math.min(decimals, DIGITS))) <= 0;
    }

    private static boolean isShare(Indicator indicator) {
        return indicator.unit().equals("percent");
    }

    /** Whether a count is whole as it was written, before anything is rounded. */
    private static boolean isWhole(ReadingRow row, WrittenNumber count) throws Refused {
        try {
            return count.unrounded().stripTrailingZeros().scale() <= 0;
        } catch (WrittenNumber.Unclear unclear) {
            throw refused(row, unclear);
        }
    }

    /** The frozen one, which another does not replace. */
    private static BigDecimal denominator(ReadingRow row, BigDecimal given, BigDecimal holding) throws Refused {
        if (given != null && given.compareTo(holding) != 0) {
            throw new Refused(row, "frozen", given.toPlainString(), holding.stripTrailingZeros().toPlainString());
        }
        return holding;
    }

    private static Instant measured(ReadingRow row) throws Refused {
        String written = text(row.measuredAt());
        return written.isEmpty() ? null
                : WrittenMoment.of(written).orElseThrow(() -> new Refused(row, "measured", written));
    }

    /** Returns a number of things, which is no percentage; null for what was left empty. */
    private static BigDecimal things(ReadingRow row, WrittenNumber written) throws Refused {
        if (written != null && written.percent()) {
            throw new Refused(row, "percent", written.text());
        }
        return number(row, written);
    }

    /** Returns null for what was left empty. */
    public static BigDecimal number(ReadingRow row, WrittenNumber written) throws Refused {
        try {
            return written == null ? null : written.value();
        } catch (WrittenNumber.Unclear unclear) {
            throw refused(row, unclear);
        }
    }

    private static Refused refused(ReadingRow row, WrittenNumber.Unclear unclear) {
        return new Refused(row, unclear.getMessage(), unclear.arguments().toArray(new String[0]));
    }

    private static String text(String written) {
        return written == null ? ""
                : Normalizer.normalize(written.replace('\u00A0', ' '), Normalizer.Form.NFC).strip();
    }
}
