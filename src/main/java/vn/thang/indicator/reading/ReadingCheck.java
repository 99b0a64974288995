package vn.thang.indicator.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.catalog.Indicator;
import vn.thang.indicator.period.Period;
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
            super(key);
            fault = new ReadingFault(row.line(), "reading.fault." + key, List.of(arguments));
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

    public Reading check(ReadingRow row) throws Refused {
        Indicator indicator = indicators.get(text(row.indicator()));
        if (indicator == null || indicator.formula().isPresent()) {
            throw new Refused(row, indicator == null ? "indicator" : "computed", text(row.indicator()));
        }
        if (!indicator.source().equals(source)) {
            throw new Refused(row, "foreign-indicator", indicator.code(), source);
        }
        KnownAgency agency = agencies.get(text(row.agency()));
        if (agency == null) {
            throw new Refused(row, "agency", text(row.agency()));
        }
        if (!indicator.scope().contains(agency.type())) {
            throw new Refused(row, "scope", text(row.agency()), indicator.code());
        }
        Period period = periods.computeIfAbsent(text(row.period()), Period::of)
                .filter(one -> one.kind() == indicator.period())
                .orElseThrow(() -> new Refused(row, "period." + indicator.period(), text(row.period())));
        if (period.begin().isAfter(today)) {
            throw new Refused(row, "future", period.toString());
        }
        if (!agency.existence().touches(period.begin(), period.end())) {
            throw new Refused(row, "not-there", text(row.agency()), period.toString());
        }
        return values(row, indicator, period, agency);
    }

    private Reading values(ReadingRow row, Indicator indicator, Period period, KnownAgency agency) throws Refused {
        BigDecimal numerator = number(row, row.numerator());
        BigDecimal denominator = number(row, row.denominator());
        BigDecimal value = number(row, row.value());
        if (indicator.shape() == Indicator.Shape.RATIO) {
            denominator = denominator(row, denominator,
                    frozen.of(indicator.code(), period, agency.id()).orElse(denominator));
            if (numerator == null || denominator == null) {
                throw new Refused(row, "parts", indicator.code());
            }
            if (denominator.signum() <= 0 || numerator.signum() < 0
                    || indicator.unit().equals("percent") && numerator.compareTo(denominator) > 0) {
                throw new Refused(row, "ratio", numerator.toPlainString(), denominator.toPlainString());
            }
            value = numerator.multiply(HUNDRED).divide(denominator, DIGITS, RoundingMode.HALF_UP);
            if (value.precision() - value.scale() > MOST_DIGITS) {
                throw new Refused(row, "ratio", numerator.toPlainString(), denominator.toPlainString());
            }
        } else if (value == null || value.signum() < 0
                || indicator.shape() == Indicator.Shape.COUNT && value.stripTrailingZeros().scale() > 0
                || indicator.unit().equals("percent") && value.compareTo(HUNDRED) > 0) {
            throw new Refused(row, indicator.shape() == Indicator.Shape.COUNT ? "count" : "value",
                    value == null ? "" : value.toPlainString());
        } else {
            numerator = null;
            denominator = null;
        }
        return new Reading(indicator.code(), period, agency.id(), numerator, denominator, value, measured(row));
    }

    /** The frozen one, which another does not replace. */
    private static BigDecimal denominator(ReadingRow row, BigDecimal given, BigDecimal holding) throws Refused {
        if (given != null && given.compareTo(holding) != 0) {
            throw new Refused(row, "frozen", given.toPlainString(), holding.stripTrailingZeros().toPlainString());
        }
        return holding;
    }

    private static Instant measured(ReadingRow row) throws Refused {
        try {
            return text(row.measuredAt()).isEmpty() ? null : Instant.parse(text(row.measuredAt()));
        } catch (DateTimeException e) {
            throw new Refused(row, "measured", text(row.measuredAt()));
        }
    }

    /** Returns null for what was left empty. */
    public static BigDecimal number(ReadingRow row, WrittenNumber written) throws Refused {
        try {
            return written == null ? null : written.value();
        } catch (WrittenNumber.Unclear unclear) {
            throw new Refused(row, unclear.getMessage(), unclear.arguments().toArray(new String[0]));
        }
    }

    private static String text(String written) {
        return written == null ? "" : written.strip();
    }
}
