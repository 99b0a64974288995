package vn.thang.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Coverage;
import vn.thang.dashboard.target.ShownForecast;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.platform.Texts;

/**
 * The status of a target as it was taken once, with the figures as they were shown then.
 *
 * @param about       code of the round or name of the version; null for a month
 * @param programme   name and version of the programme that held
 * @param value       null where no period or round carried one
 * @param unit        in which value and demand are told
 * @param period      of the value; null without one
 * @param preliminary whether the value came of a round that was not published
 * @param confidence  name of the word; null without a value
 * @param reported    how many agencies had reported for it; null where that is not known
 * @param due         how many were due to
 * @param low         of the forecast in per cent; null without one
 * @param chance      that the target is reached, in per cent
 */
public record TargetStatus(String target, Cause cause, String about, String programme, Instant takenAt, String status,
        BigDecimal value, String relation, BigDecimal demanded, String unit, LocalDate dueOn, String period,
        boolean preliminary, String confidence, Long reported, Long due, BigDecimal low, BigDecimal middle,
        BigDecimal high, Integer chance) {

    /** After what it was taken. */
    public enum Cause {
        PUBLISHED, WITHDRAWN, PROGRAMME, MONTH;

        /** Says in a language after what it was. */
        public String words(String about, Locale language) {
            return Texts.text(language, "target.history.cause." + this, about);
        }
    }

    /** What a target shows at a moment. */
    static TargetStatus of(TargetLine line, Cause cause, String about, String programme, Instant now) {
        Coverage coverage = line.known() && line.measured() != null ? line.measured().figure().coverage() : null;
        Attainment attainment = coverage == null ? line.attainment() : null;
        Optional<ShownForecast> forecast = line.forecast();
        return new TargetStatus(line.target().code(), cause, about, programme, now, line.status(), line.today(),
                line.target().demand().relation().shown(), line.target().demand().value(),
                line.target().demand().unit().name().toLowerCase(Locale.ROOT), line.target().phase().due(),
                line.period(), line.preliminary(), line.known() ? line.quality().confidence().name() : null,
                coverage != null ? Long.valueOf(coverage.reported())
                        : attainment != null ? Long.valueOf(attainment.inScope() - attainment.missing()) : null,
                coverage != null ? Long.valueOf(coverage.due())
                        : attainment != null ? Long.valueOf(attainment.inScope()) : null,
                forecast.map(ShownForecast::low).orElse(null), forecast.map(ShownForecast::middle).orElse(null),
                forecast.map(ShownForecast::high).orElse(null), forecast.map(ShownForecast::chance).orElse(null));
    }
}
