package vn.thang.dashboard.round;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.thang.core.target.NationalFigure;

/**
 * The rounds that have begun and the one that is shown.
 *
 * @param all newest first
 */
public record RoundSelection(List<RoundChoice> all, RoundChoice shown) {

    public RoundSelection {
        all = List.copyOf(all);
    }

    /**
     * The round of which pages speak when they are asked for none: the last that speaks for the country, else the newest.
     * Empty before the first that is no rehearsal.
     */
    static Optional<RoundChoice> current(List<RoundChoice> all) {
        return all.stream().filter(RoundChoice::national).findFirst().or(() -> newest(all));
    }

    /** The newest round that runs or has run; empty before the first that is no rehearsal. */
    static Optional<RoundChoice> newest(List<RoundChoice> all) {
        return all.stream().filter(round -> round.running() || round.official()).findFirst();
    }

    /** Whether the shown round tells of today: no later one speaks for the country. What a rehearsal shows is of today. */
    public boolean present() {
        return shown.rehearsal() || current(all).stream().noneMatch(last -> last.dueOn().isAfter(shown.dueOn()));
    }

    /** The day of which the shown round tells: today, or its due day where a later one speaks for the country. */
    public LocalDate day(LocalDate today) {
        return present() ? today : shown.dueOn();
    }

    /** The rounds up to the shown one, oldest first; a rehearsal has no place among them, and hides none of them. */
    private Stream<RoundChoice> untilShown() {
        return all.stream().filter(round -> shown.rehearsal() || !round.dueOn().isAfter(shown.dueOn()))
                .sorted(Comparator.comparingInt(all::indexOf).reversed());
    }

    /** The figures of the country of these types of agency up to the shown round, oldest first. */
    public List<NationalFigure<RoundChoice>> figures(Set<String> scope) {
        return NationalFigure.of(untilShown().map(RoundChoice::asked).toList(), scope);
    }

    /** The last two rounds of each type of agency that speak for the country, by type; types without a second one are left out. */
    Map<String, RoundStep> steps(Set<String> types) {
        Map<String, RoundStep> steps = new TreeMap<>();
        for (String type : types) {
            List<NationalFigure<RoundChoice>> figures = figures(Set.of(type));
            if (figures.size() > 1) {
                steps.put(type, new RoundStep(figures.get(figures.size() - 2).rounds().get(type),
                        figures.get(figures.size() - 1).rounds().get(type)));
            }
        }
        return steps;
    }

    /** Two rounds that follow each other. */
    record RoundStep(RoundChoice from, RoundChoice to) {
    }

    /** The rounds up to the shown one that speak for the country, oldest first. */
    public List<RoundChoice> national() {
        return untilShown().filter(RoundChoice::national).toList();
    }

    /**
     * The rounds with official results, oldest first, up to the shown one where that does not tell of today: in them single
     * agencies are looked at, also where a round does not speak for the country. Where there are none, it is the shown one,
     * whose results are preliminary.
     */
    public List<RoundChoice> official() {
        List<RoundChoice> official = (present() ? all.stream().sorted(Comparator.comparingInt(all::indexOf).reversed())
                : untilShown()).filter(RoundChoice::official).toList();
        return official.isEmpty() ? List.of(shown) : official;
    }

    /** The round of the newest figure; where there is none yet, it is the shown one, whose figures are preliminary. */
    public RoundChoice basis() {
        List<RoundChoice> national = national();
        return national.isEmpty() ? shown : national.get(national.size() - 1);
    }

    /** The last round up to the shown one that speaks for the country and asks this type; else the shown one. */
    public RoundChoice basis(String type) {
        List<NationalFigure<RoundChoice>> figures = figures(Set.of(type));
        return figures.isEmpty() ? shown : figures.get(figures.size() - 1).rounds().get(type);
    }

    /** The newest official round after the shown one to which too few came for it to speak for the country; empty for none. */
    public Optional<RoundChoice> thin() {
        return all.stream().filter(round -> shown.official() && present() && round.official() && !round.national()
                && round.dueOn().isAfter(shown.dueOn())).findFirst();
    }

    /** The newest round that is not published, which is news beside the figures; empty while none runs. */
    public Optional<RoundChoice> running() {
        return all.stream().filter(RoundChoice::running).findFirst();
    }
}
