package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** An agency that does not report brings neither its group nor the country nearer to a target than its report would. */
class SilentAgenciesTest {

    private record Report(long numerator, long denominator, boolean came) {
    }

    @RepeatedTest(200)
    void whoIsSilentHelpsNobody(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Report> reports = new ArrayList<>();
        for (int agency = 0; agency < 2 + random.nextInt(12); agency++) {
            long denominator = 1 + random.nextInt(40);
            reports.add(new Report(random.nextInt((int) denominator + 1), denominator, random.nextInt(6) > 0));
        }
        Demand demand = new Demand(Demand.Relation.values()[random.nextInt(Demand.Relation.values().length)],
                BigDecimal.valueOf(5L * random.nextInt(21)), Demand.Unit.PERCENT);
        for (int agency = 0; agency < reports.size(); agency++) {
            Report said = reports.get(agency);
            List<Report> silent = new ArrayList<>(reports);
            silent.set(agency, new Report(said.numerator(), said.denominator(), false));
            for (TargetMeasure measure : List.of(TargetMeasure.POOLED, TargetMeasure.SHARE_OF_AGENCIES)) {
                PeriodFigure before = figure(measure, reports);
                PeriodFigure after = figure(measure, silent);
                assertTrue(after.low().orElseThrow().compareTo(before.low().orElseThrow()) <= 0);
                assertFalse(after.achieves(demand) && !before.achieves(demand));
                assertTrue(after.gap(demand) >= before.gap(demand));
                assertFalse(after.coverage().covered(Coverage.ENOUGH) && !before.coverage().covered(Coverage.ENOUGH));
            }
        }
    }

    /** Who is missing weighs what the ministry knows; an agency is counted as reaching from half on. */
    private static PeriodFigure figure(TargetMeasure measure, List<Report> reports) {
        boolean pooled = measure == TargetMeasure.POOLED;
        BigDecimal reached = BigDecimal.ZERO;
        BigDecimal came = BigDecimal.ZERO;
        BigDecimal missing = BigDecimal.ZERO;
        for (Report report : reports) {
            BigDecimal weight = BigDecimal.valueOf(pooled ? report.denominator() : 1);
            if (report.came()) {
                came = came.add(weight);
                reached = reached.add(BigDecimal.valueOf(pooled ? report.numerator()
                        : 2 * report.numerator() >= report.denominator() ? 1 : 0));
            } else {
                missing = missing.add(weight);
            }
        }
        Map<String, Participation> types = Map.of("ministry", new Participation(reports.size(),
                reports.stream().filter(Report::came).count()));
        return new PeriodFigure(measure, reached, came, missing, Coverage.of(types));
    }
}
