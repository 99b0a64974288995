package vn.thang.dashboard.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.VersionStep;
import vn.thang.platform.Formats;
import vn.thang.platform.Texts;

/**
 * A day from which the values of a target are of another kind than those before, or other agencies stand behind them.
 *
 * @param text  what changed, in words
 * @param apart whether the values before do not compare with those from this day on, so that the line breaks
 */
public record SeriesMark(LocalDate on, String text, boolean apart) {

    /** The change of the model's version before the first round of it. */
    public static SeriesMark of(LocalDate on, String round, VersionStep step, Locale language) {
        return new SeriesMark(on, round + ": " + step.words(language), !step.joined());
    }

    /** Cuts what follows each other in time wherever a mark sets it apart. */
    static <T> List<List<T>> parts(List<T> values, Function<T, LocalDate> day, List<SeriesMark> marks) {
        List<List<T>> parts = new ArrayList<>();
        LocalDate before = null;
        for (T value : values) {
            LocalDate on = day.apply(value);
            LocalDate since = before;
            if (since == null || marks.stream()
                    .anyMatch(mark -> mark.apart() && mark.on().isAfter(since) && !mark.on().isAfter(on))) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(value);
            before = on;
        }
        return parts;
    }

    /** Returns those that lie between the first value and the day on which the target is due, or the last value after it, oldest first. */
    public static List<SeriesMark> of(TargetLine line, Catalog catalog, Locale language) {
        Optional<LocalDate> first = Stream.concat(line.trend().stream(),
                line.partial().stream().map(MeasuredValue.Partial::value)).map(TargetValue::on)
                .min(Comparator.naturalOrder());
        Optional<String> indicator = Optional.ofNullable(line.measured()).map(from -> from.indicator().code());
        List<SeriesMark> marks = new ArrayList<>();
        catalog.breaks().all(line.target().code(), indicator).forEach(one -> marks.add(new SeriesMark(one.on(),
                Texts.text(language, "target.break", one.on(),
                        catalog.programmeTexts(language).breakReason(one.reason())),
                true)));
        line.quality().mergers().forEach((on, agencies) -> marks.add(new SeriesMark(on,
                Texts.text(language, "target.break.merger", on, Formats.number(agencies, language)), false)));
        line.trend().stream().filter(value -> line.quality().versions().containsKey(value.on()))
                .forEach(value -> marks.add(
                        of(value.on(), value.label(), line.quality().versions().get(value.on()), language)));
        LocalDate due = line.target().phase().due();
        LocalDate until = line.trend().stream().map(TargetValue::on).filter(due::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(due);
        return marks.stream().filter(mark -> first.filter(mark.on()::isAfter).isPresent()
                && !mark.on().isAfter(until)).sorted(Comparator.comparing(SeriesMark::on))
                .toList();
    }
}
