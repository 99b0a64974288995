package vn.thang.demo;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.core.target.Existence;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.security.Caller;

/**
 * Invented readings of the agencies of the first level for the last two years and more, of each for as long as it is there, where
 * {@code thang.demo} is set and there are none yet. They come in by the intake, as a way of their own that every page names; all in the transaction of the
 * container, so that whatever follows from them sees them.
 */
@Singleton
@Startup
@DependsOn("DemoRound")
public class DemoReadings {

    /** What no target asks for is a whole of which others are parts, so it is never the smaller one. */
    private static final int MOST_COUNTED = 6;
    private static final int QUARTERS = 9;
    private static final int YEARS = 3;
    private static final int MONTHS = 3;

    private static final String AGENCIES = """
            SELECT a.code, a.type, a.valid_from, a.valid_to, GROUP_CONCAT(f.code ORDER BY f.code) AS predecessors, MAX(f.valid_to) AS merged
            FROM agency a
            LEFT JOIN agency_predecessor p ON p.agency_id = a.id
            LEFT JOIN agency f ON f.id = p.predecessor_id
            WHERE (a.parent_id IS NULL OR a.parent_id = (SELECT id FROM agency WHERE parent_id IS NULL))
                AND NOT EXISTS (SELECT 1 FROM reading)
            GROUP BY a.id, a.code, a.type, a.valid_from, a.valid_to
            ORDER BY a.code""";

    @Inject
    private Jdbi jdbi;

    @Inject
    private ReadingIntake intake;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "thang.demo", defaultValue = "false")
    private boolean wanted;

    /**
     * An agency that is or was there.
     *
     * @param validFrom    null where nobody knows the first day
     * @param validTo      null while it lasts
     * @param predecessors codes of those that went into it, with commas between; null for none
     * @param merged       the last day on which they were there
     */
    private record DemoAgency(String code, String type, LocalDate validFrom, LocalDate validTo, String predecessors,
            LocalDate merged) {

        private boolean isThere(LocalDate day) {
            return new Existence(validFrom, validTo).on(day);
        }

        /** Those whose cases it has on a day: its own, and after the merger those of its predecessors. */
        private List<String> together(LocalDate day) {
            List<String> codes = new ArrayList<>(List.of(code));
            if (predecessors != null && merged.isBefore(day)) {
                codes.addAll(List.of(predecessors.split(",")));
            }
            return codes;
        }
    }

    @PostConstruct
    void load() {
        if (!wanted) {
            return;
        }
        List<DemoAgency> agencies = agenciesWithoutReadings();
        caller.actAsSystem();
        List<Indicator> read = agencies.isEmpty() ? List.of()
                : catalog.indicators().stream().filter(indicator -> indicator.formula().isEmpty()).toList();
        read.stream().map(Indicator::source).distinct().forEach(source -> intake.take(source, ReadingIntake.Way.DEMO,
                read.stream().filter(indicator -> indicator.source().equals(source))
                        .flatMap(indicator -> rows(indicator, agencies).stream()).iterator()));
    }

    /** None when there are readings. */
    private List<DemoAgency> agenciesWithoutReadings() {
        return jdbi.withHandle(sql -> sql.createQuery(AGENCIES).mapTo(DemoAgency.class).list());
    }

    private List<ReadingRow> rows(Indicator indicator, List<DemoAgency> agencies) {
        List<ReadingRow> rows = new ArrayList<>();
        List<Period> periods = periods(indicator);
        SplittableRandom common = new SplittableRandom(indicator.code().hashCode());
        double begin = -2 + 2.4 * common.nextDouble();
        double pace = 0.5 + common.nextDouble();
        for (DemoAgency agency : agencies) {
            if (indicator.scope().contains(agency.type())) {
                SplittableRandom random = new SplittableRandom((indicator.code() + agency.code()).hashCode());
                double level = begin - 0.7 + 1.4 * random.nextDouble();
                double drift = pace * (0.06 + 0.14 * random.nextDouble())
                        * (indicator.period().equals(Indicator.Period.YEAR) ? 4 : 1);
                for (int step = 0; step < periods.size(); step++) {
                    double share = 1 / (1 + Math.exp(-(level + drift * step + 0.08 * random.nextDouble())));
                    Period period = periods.get(step);
                    if (agency.isThere(period.end())) {
                        int whole = agency.together(period.end()).stream().mapToInt(code -> whole(indicator, code))
                                .sum();
                        rows.add(row(indicator, agency.code(), period.toString(), share, whole, step));
                    }
                }
            }
        }
        return rows;
    }

    /** How many cases an agency has. */
    private static int whole(Indicator indicator, String code) {
        return 40 + new SplittableRandom((code + indicator.code()).hashCode()).nextInt(400);
    }

    private static ReadingRow row(Indicator indicator, String agency, String period, double share, int whole,
            int step) {
        return switch (indicator.shape()) {
            case RATIO -> new ReadingRow(0, agency, indicator.code(), period, String.valueOf(Math.round(share * whole)),
                    String.valueOf(whole), null, null);
            case COUNT -> new ReadingRow(0, agency, indicator.code(), period, null, null,
                    String.valueOf(agency.equals("VN") ? step / 4 : Math.round(Math.max(0, share * MOST_COUNTED - 2.4))
                            + (indicator.targets().isEmpty() ? MOST_COUNTED : 0)),
                    null);
            case VALUE -> new ReadingRow(0, agency, indicator.code(), period, null, null,
                    String.valueOf(Math.round(700 + 250 * share) / 10.0), null);
        };
    }

    /** The last ones that are over, oldest first. */
    private List<Period> periods(Indicator indicator) {
        LocalDate today = LocalDate.now(clock);
        boolean years = indicator.period().equals(Indicator.Period.YEAR);
        List<Period> periods = new ArrayList<>();
        for (int back = years ? YEARS : QUARTERS; back >= 1; back--) {
            periods.add(Period.at(indicator.period(), years ? today.minusYears(back)
                    : today.minusMonths((long) MONTHS * back)));
        }
        return periods;
    }
}
