package vn.thang.dashboard.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Demand;
import vn.thang.core.target.Forecast;
import vn.thang.core.target.Status;
import vn.thang.core.target.Trajectory;

/**
 * Whether a target will be reached.
 *
 * @param trajectory the way it should go; empty without a first value
 * @param expected   what the trajectory expects today
 * @param forecast   empty where the data carry none
 * @param days       the days of the steps of the forecast
 * @param method     how it was made, {@code levels}, {@code pooled} or {@code conditions}, or why there is none: {@code too-few},
 *                   {@code too-far}, {@code count} or {@code due}
 * @param known      how many steps of time are known
 * @param ahead      how many steps it is to the due day
 */
public record Outlook(Optional<Trajectory> trajectory, Optional<Fraction> expected, Optional<Forecast> forecast,
        List<LocalDate> days, String method, int known, int ahead, Status status) {

    public static final Outlook UNKNOWN = new Outlook(Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
            "too-few", 0, 0,
            Status.NO_DATA);

    static final Outlook NOT_ENOUGH = new Outlook(Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
            "too-few", 0, 0, Status.NOT_ENOUGH_DATA);

    /** What a forecast is made from, and what came of it. */
    record Made(Optional<Forecast> forecast, List<LocalDate> days, String method, int known, int ahead) {
    }

    /** @param today the value of today; empty without one that is fresh */
    static Outlook of(Trajectory trajectory, Fraction baseline, LocalDate day, Optional<Fraction> today,
            boolean achieved, Made made) {
        Fraction expected = trajectory.at(day);
        OptionalDouble chance = made.forecast().map(forecast -> OptionalDouble.of(forecast.chance()))
                .orElse(OptionalDouble.empty());
        return new Outlook(Optional.of(trajectory), Optional.of(expected), made.forecast(), made.days(), made.method(),
                made.known(),
                made.ahead(), Status.of(today, achieved, chance, baseline, expected));
    }

    /** Everything that is known is of another kind than what counts today: neither a way nor a status follows from it. */
    static Outlook broken(Made made) {
        return new Outlook(Optional.empty(), Optional.empty(), Optional.empty(), made.days(), made.method(),
                made.known(), made.ahead(), Status.NOT_ENOUGH_DATA);
    }

    /** The same where what is known is not enough to say how the target stands. */
    Outlook notEnough() {
        return new Outlook(trajectory, expected, forecast, days, method, known, ahead, Status.NOT_ENOUGH_DATA);
    }

    /** The same in whole per cent, never on the other side of the demand; the status and the chance are the exact ones. */
    Outlook inWholePercent(Demand demand) {
        return new Outlook(
                trajectory.map(way -> way.from(whole(demand, way.points().get(0).value()))),
                expected.map(value -> whole(demand, value)),
                forecast.map(made -> made.told(share -> whole(demand,
                        Fraction.of(BigDecimal.valueOf(share).movePointRight(2))).toDecimal(2).movePointLeft(2)
                        .doubleValue())),
                days, method, known, ahead, status);
    }

    private static Fraction whole(Demand demand, Fraction value) {
        return Fraction.of(demand.shown(value, 0));
    }

    public boolean hasForecast() {
        return forecast.isPresent();
    }

    public boolean indicative() {
        return forecast.map(Forecast::indicative).orElse(false);
    }

    /** In per cent, as all of these. */
    public double middle() {
        return forecast.map(made -> made.atEnd().middle() * 100).orElse(0d);
    }

    public double low() {
        return forecast.map(made -> made.atEnd().low() * 100).orElse(0d);
    }

    public double high() {
        return forecast.map(made -> made.atEnd().high() * 100).orElse(0d);
    }

    /** Never 0 or 100: a forecast does not know. */
    public double chance() {
        return forecast.map(made -> Math.min(99, Math.max(1, made.chance() * 100))).orElse(0d);
    }

    public Double expectedNow() {
        return expected.map(value -> value.toDecimal(4).doubleValue()).orElse(null);
    }

    /** The key of the status in texts and styles. */
    public String statusKey() {
        return switch (status) {
            case ACHIEVED -> "ok";
            case ON_TRACK -> "on";
            case AT_RISK -> "risk";
            case OFF_TRACK -> "off";
            case NOT_ENOUGH_DATA -> "few";
            case NO_DATA -> "none";
        };
    }

    /** One step of the forecast, in per cent. */
    public record Step(LocalDate on, double low, double middle, double high) {
    }

    public List<Step> steps() {
        List<Forecast.Step> steps = forecast.map(Forecast::steps).orElse(List.of());
        return IntStream.range(0, steps.size()).mapToObj(i -> new Step(days.get(i), steps.get(i).low() * 100,
                steps.get(i).middle() * 100, steps.get(i).high() * 100)).toList();
    }
}
