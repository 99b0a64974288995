package vn.thang.dashboard.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.platform.Formats;
import vn.thang.platform.Texts;

/**
 * A day from which the values of a target are of another kind than those before, or other agencies stand behind them.
 *
 * @param text what changed, in words
 */
public record SeriesMark(LocalDate on, String text) {

    /** Returns those that lie between the first value and the day on which the target is due, oldest first. */
    public static List<SeriesMark> of(TargetLine line, Catalog catalog, Locale language) {
        Optional<LocalDate> first = Stream.concat(line.trend().stream(),
                line.partial().stream().map(MeasuredValue.Partial::value)).map(TargetValue::on)
                .min(Comparator.naturalOrder());
        Optional<String> indicator = Optional.ofNullable(line.measured()).map(from -> from.indicator().code());
        List<SeriesMark> marks = new ArrayList<>();
        catalog.breaks().all(line.target().code(), indicator).forEach(one -> marks.add(new SeriesMark(one.on(),
                Texts.text(language, "target.break", one.on(),
                        catalog.programmeTexts(language).breakReason(one.reason())))));
        line.behind().mergers().forEach((on, agencies) -> marks.add(new SeriesMark(on,
                Texts.text(language, "target.break.merger", on, Formats.number(agencies, language)))));
        return marks.stream().filter(mark -> first.filter(mark.on()::isAfter).isPresent()
                && !mark.on().isAfter(line.target().phase().due())).sorted(Comparator.comparing(SeriesMark::on))
                .toList();
    }
}
