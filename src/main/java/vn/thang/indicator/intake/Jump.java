package vn.thang.indicator.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.thang.catalog.programme.Indicator;
import vn.thang.core.model.Fraction;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.Figure;
import vn.thang.indicator.reading.ReadingFault;

/**
 * A figure that moved further from the one before than its indicator allows without a word: it may be right, but somebody has to
 * say so. Bounds are compared exactly.
 *
 * @param period what it is compared with
 * @param before the figure of that period
 */
public record Jump(Kind kind, Period period, Figure before) {

    /** What moved. */
    public enum Kind {
        /** The denominator grew or shrank by more than the factor of the indicator. */
        DENOMINATOR,
        /** The share moved by more points than the indicator allows. */
        SHARE,
        /** Nothing is reported where there was something before. */
        NOTHING
    }

    /** Empty where the figure stays within the bounds, or there is nothing to compare it with. */
    static Optional<Jump> of(Indicator indicator, Figure now, Period period, Figure before) {
        return of(indicator, indicator.jump(), now, period, before);
    }

    /** The same by the bounds that were fixed before the period of the figure began. */
    static Optional<Jump> of(Indicator indicator, Indicator.Jump bounds, Figure now, Period period, Figure before) {
        return kind(indicator, bounds, now, before).map(kind -> new Jump(kind, period, before));
    }

    private static Optional<Kind> kind(Indicator indicator, Indicator.Jump bounds, Figure now, Figure before) {
        if (before.nothing()) {
            return Optional.empty();
        }
        if (now.nothing()) {
            return Optional.of(Kind.NOTHING);
        }
        if (now.ratio() && before.ratio()) {
            BigDecimal factor = bounds.factor();
            if (now.denominator().compareTo(before.denominator().multiply(factor)) > 0
                    || now.denominator().multiply(factor).compareTo(before.denominator()) < 0) {
                return Optional.of(Kind.DENOMINATOR);
            }
        }
        return indicator.unit().equals("percent")
                && moved(now, before).compareTo(Fraction.of(bounds.points())) > 0
                        ? Optional.of(Kind.SHARE) : Optional.empty();
    }

    private static Fraction moved(Figure now, Figure before) {
        Fraction one = share(now);
        Fraction other = share(before);
        return one.compareTo(other) > 0 ? one.minus(other) : other.minus(one);
    }

    /** The share in per cent, of the parts where there are any. */
    private static Fraction share(Figure figure) {
        if (!figure.ratio()) {
            return Fraction.of(figure.value().stripTrailingZeros());
        }
        Fraction whole = Fraction.of(figure.denominator().stripTrailingZeros());
        return Fraction.of(figure.numerator().multiply(BigDecimal.valueOf(100)).stripTrailingZeros())
                .times(new Fraction(whole.denominator(), whole.numerator()));
    }

    /** Returns what is told of a line: what moved, and that somebody has to confirm it. */
    public ReadingFault note(CheckedRows.CheckedRow line) {
        return new ReadingFault(line.row().line(), "reading.note.jump-" + kind.name().toLowerCase(Locale.ROOT),
                List.of(line.row().agency(), line.reading().indicator(), line.reading().period().toString(),
                        Figure.of(line.reading()).text(), period.toString(), before.text()));
    }
}
