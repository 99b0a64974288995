package vn.thang.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thang.catalog.Programme.ProgrammeTarget;
import vn.thang.core.target.Forecast;
import vn.thang.core.target.StepwiseForecast;
import vn.thang.core.target.Target;

/** Carries the levels of the published rounds forward to the due day of a target: they alone are final. */
@ApplicationScoped
class MaturityForecasts {

    @Inject
    private RecentFigures recent;

    @Inject
    private RoundFigures figures;

    private record Key(List<RecentFigures.State> rounds) {
    }

    private record ForecastKey(String target, List<RecentFigures.State> rounds) {
    }

    /** @param published the published rounds up to the shown one, oldest first */
    Outlook.Made of(ProgrammeTarget target, Target maturity, List<RoundChoice> published) {
        if (published.size() < 2) {
            return new Outlook.Made(Optional.empty(), List.of(), "too-few", published.size(), 0);
        }
        LocalDate first = published.get(0).dueOn();
        LocalDate last = published.get(published.size() - 1).dueOn();
        double daysBetween = Math.max(1, ChronoUnit.DAYS.between(first, last) / (double) (published.size() - 1));
        LocalDate due = target.phase().due();
        int ahead = (int) Math.max(1, Math.round(ChronoUnit.DAYS.between(last, due) / daysBetween));
        List<RecentFigures.State> states = published.stream().map(RecentFigures.State::of).toList();
        Optional<Forecast> forecast = recent.get(new ForecastKey(target.code(), states), () -> StepwiseForecast.of(
                groups(target, states), published.size(), ahead, maturity.level(),
                maturity.share().basisPoints() / 10_000d));
        List<LocalDate> days = new ArrayList<>();
        for (int step = 1; step < ahead; step++) {
            days.add(last.plusDays(Math.round(step * daysBetween)));
        }
        days.add(due);
        return new Outlook.Made(forecast, days, forecast.isPresent() ? "levels" : "too-far", published.size(), ahead);
    }

    private List<StepwiseForecast.Group> groups(ProgrammeTarget target, List<RecentFigures.State> rounds) {
        Map<String, StepwiseForecast.Group> byType = recent.get(new Key(rounds),
                () -> figures.moves(rounds.stream().map(RecentFigures.State::round).toList()));
        Map<String, StepwiseForecast.Group> inScope = new HashMap<>(byType);
        inScope.keySet().retainAll(target.scope());
        return inScope.keySet().stream().sorted().map(inScope::get).toList();
    }
}
