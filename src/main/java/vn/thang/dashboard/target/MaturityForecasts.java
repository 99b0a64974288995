package vn.thang.dashboard.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.target.Forecast;
import vn.thang.core.target.NationalFigure;
import vn.thang.core.target.StepwiseForecast;
import vn.thang.core.target.Target;
import vn.thang.dashboard.round.RecentFigures;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundFigures;

/** Carries the levels of the rounds that speak for the country forward to the due day of a target: they alone are final. */
@ApplicationScoped
class MaturityForecasts {

    @Inject
    private RecentFigures recent;

    @Inject
    private RoundFigures figures;

    private record Key(List<RecentFigures.State> rounds) {
    }

    private record ForecastKey(String target, int level, int share, LocalDate due, List<RecentFigures.State> rounds) {
    }

    /** @param figures the figures of the country up to the shown round that share no round, oldest first */
    Outlook.Made of(ProgrammeTarget target, Target maturity, List<NationalFigure<RoundChoice>> figures) {
        if (figures.size() < 2) {
            return new Outlook.Made(Optional.empty(), List.of(), "too-few", figures.size(), 0);
        }
        LocalDate first = figures.get(0).on();
        LocalDate last = figures.get(figures.size() - 1).on();
        double daysBetween = Math.max(1, ChronoUnit.DAYS.between(first, last) / (double) (figures.size() - 1));
        LocalDate due = target.phase().due();
        int ahead = (int) Math.max(1, Math.round(ChronoUnit.DAYS.between(last, due) / daysBetween));
        List<RecentFigures.State> states = figures.stream().flatMap(figure -> figure.rounds().values().stream())
                .map(RecentFigures.State::of).toList();
        Optional<Forecast> forecast = recent.get(
                new ForecastKey(target.code(), maturity.level(), maturity.share().basisPoints(), due, states),
                () -> StepwiseForecast.of(
                        groups(figures, states), figures.size(), ahead, maturity.level(),
                        maturity.share().basisPoints() / 10_000d));
        List<LocalDate> days = new ArrayList<>();
        for (int step = 1; step < ahead; step++) {
            days.add(last.plusDays(Math.round(step * daysBetween)));
        }
        days.add(due);
        return new Outlook.Made(forecast, days, forecast.isPresent() ? "levels" : "too-far", figures.size(), ahead);
    }

    private List<StepwiseForecast.Group> groups(List<NationalFigure<RoundChoice>> national,
            List<RecentFigures.State> states) {
        Map<String, List<Long>> rounds = new TreeMap<>();
        national.forEach(figure -> figure.rounds().forEach(
                (type, round) -> rounds.computeIfAbsent(type, same -> new ArrayList<>()).add(round.id())));
        return List.copyOf(recent.get(new Key(states), () -> figures.histories(rounds)).values());
    }
}
