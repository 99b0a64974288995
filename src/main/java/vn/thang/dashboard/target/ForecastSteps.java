package vn.thang.dashboard.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import vn.thang.catalog.programme.Breaks;
import vn.thang.catalog.programme.Indicator;
import vn.thang.core.target.Forecast;

/**
 * The periods that a forecast of readings is made from and those it is made for. What came before a break is not used.
 *
 * @param known first days of the periods up to the newest, oldest first
 * @param days  last days of the periods ahead that are over by the due day
 */
record ForecastSteps(List<LocalDate> known, List<LocalDate> days) {

    /**
     * @param first the first period of which anything is known
     * @param last  the newest
     * @param since from when on values are of the kind of today
     */
    static ForecastSteps of(Indicator.Period period, LocalDate first, LocalDate last, LocalDate due,
            Optional<Breaks.Break> since) {
        List<LocalDate> known = new ArrayList<>();
        for (LocalDate begin = first; !begin.isAfter(last); begin = period.next(begin)) {
            LocalDate on = begin;
            if (since.filter(one -> one.on().isAfter(on)).isEmpty()) {
                known.add(begin);
            }
        }
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate begin = period.next(last); !period.end(begin).isAfter(due); begin = period.next(begin)) {
            days.add(period.end(begin));
        }
        return new ForecastSteps(known, days);
    }

    /** Which step a period is; empty for one before the break. */
    OptionalInt at(LocalDate begin) {
        int at = known.indexOf(begin);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /** What comes of it: a forecast by the method, or why there is none. */
    Outlook.Made made(String method, Supplier<Optional<Forecast>> forecast) {
        Optional<Forecast> made = days.isEmpty() || known.isEmpty() ? Optional.empty() : forecast.get();
        return new Outlook.Made(made, days, made.isPresent() ? method
                : why(), known.size(), days.size());
    }

    private String why() {
        return days.isEmpty() ? "due"
                : !known.isEmpty() && days.size() > Forecast.FAR * known.size() ? "too-far" : "too-few";
    }

    /** There is none, since a handful of single things is no series. */
    Outlook.Made ofCount() {
        return new Outlook.Made(Optional.empty(), List.of(), "count", known.size(), days.size());
    }
}
