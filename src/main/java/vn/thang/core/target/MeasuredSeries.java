package vn.thang.core.target;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The periods of a measured target, told apart: those that are over and covered carry value, trend, status and gap; all others are
 * partial and shown as such.
 *
 * @param covered oldest first
 * @param partial oldest first
 */
public record MeasuredSeries(List<Step> covered, List<Step> partial) {

    /** A period with its figure. */
    public record Step(LocalDate begin, LocalDate end, PeriodFigure figure) {

        /** Whether its last day has passed. */
        boolean isOver(LocalDate today) {
            return end.isBefore(today);
        }
    }

    public MeasuredSeries {
        covered = List.copyOf(covered);
        partial = List.copyOf(partial);
    }

    /**
     * @param steps  in the order of time; those without a value, because nobody had anything to report, are left out
     * @param today  in Viet Nam
     * @param enough how many per cent of every type and of the weight make the period covered that begins on a day
     */
    public static MeasuredSeries of(List<Step> steps, LocalDate today, ToIntFunction<LocalDate> enough) {
        List<Step> valued = steps.stream().filter(step -> step.figure().value().isPresent()).toList();
        return new MeasuredSeries(valued.stream().filter(step -> carries(step, today, enough)).toList(),
                valued.stream().filter(step -> !carries(step, today, enough)).toList());
    }

    /** The same with one bound for all periods. */
    public static MeasuredSeries of(List<Step> steps, LocalDate today, int enough) {
        return of(steps, today, begin -> enough);
    }

    private static boolean carries(Step step, LocalDate today, ToIntFunction<LocalDate> enough) {
        return step.isOver(today) && step.figure().coverage().covered(enough.applyAsInt(step.begin()));
    }

    /** The value of today: of the newest period that is over and covered. */
    public Optional<Step> present() {
        return covered.isEmpty() ? Optional.empty() : Optional.of(covered.get(covered.size() - 1));
    }

    /** The newest partial period that is later than the value of today. */
    public Optional<Step> news() {
        return partial.isEmpty() || present().filter(step -> step.end().isAfter(newest().end())).isPresent()
                ? Optional.empty()
                : Optional.of(newest());
    }

    private Step newest() {
        return partial.get(partial.size() - 1);
    }

    /** Whether anything came at all. */
    public boolean known() {
        return !covered.isEmpty() || !partial.isEmpty();
    }
}
