package vn.thang.matter.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.catalog.Catalog;
import vn.thang.core.scoring.Path;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.list.Cut;

/** Where help does most for the targets on maturity, in the round of the demonstration. */
class HelpFirstIT extends ContainerFixture {

    @Inject
    private HelpFirst help;

    @Inject
    private NationalRounds rounds;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private Catalog catalog;

    private RoundSelection selection;
    private TargetLine line;

    private List<HelpLine> list(String person) {
        caller.actAs(person);
        selection = rounds.rounds(null).orElseThrow();
        line = help.target(selection, catalog.programme().maturityTargets().get(0).code());
        return help.list(line, selection);
    }

    /** Steps are those of the path of each agency by the core, which knows nothing of this list. */
    @Test
    void stepsAreThoseOfThePathAndEachOneDoesLessFurtherDown() {
        List<HelpLine> lines = list("thamdinh");
        assertEquals(line.attainment().inScope() - line.attainment().reached(), lines.size());
        for (HelpLine one : lines.subList(0, Math.min(5, lines.size()))) {
            AssessmentView view = assessments.view(one.assessment());
            assertEquals(
                    Path.toLevel(view.scored().model(), view.scored().answers(), line.level()).orElseThrow().raises()
                            .size(),
                    one.steps());
            assertEquals(100d / line.attainment().inScope(), one.effect(), 1e-9);
            assertFalse(one.hidden());
        }
        List<HelpLine> stepped = lines.stream().filter(one -> one.perStep() != null).toList();
        assertTrue(IntStream.range(1, stepped.size())
                .allMatch(i -> stepped.get(i - 1).perStep() >= stepped.get(i).perStep()));
    }

    @Test
    void stepsAboutRestrictedAnswersAreForThoseWhoMayReadThem() {
        List<HelpLine> all = list("thamdinh");
        List<HelpLine> seen = list("lanhdao");
        assertEquals(all.size(), seen.size());
        assertTrue(seen.stream().anyMatch(HelpLine::hidden));
        seen.forEach(one -> all.stream().filter(other -> other.code().equals(one.code()) && one.steps() != null)
                .forEach(other -> assertTrue(
                        one.hidden() ? one.steps() < other.steps() : one.steps().equals(other.steps()))));
    }

    @Test
    void othersSeeTheirOwnAgenciesAndATargetThatIsMeasuredHasNone() {
        assertTrue(list("canbo").stream().allMatch(one -> one.code().equals("15")));
        caller.actAs("phoihop");
        forbidden(() -> help.list(line, selection));
        caller.actAs("lanhdao");
        refused("target.unknown", () -> help.target(selection,
                catalog.programme().targets().stream().filter(one -> one.level().isEmpty()).findFirst().orElseThrow()
                        .code()));
    }

    @Test
    void theListIsSortedByEachColumnAndCutByTypeForTheSameStatements() {
        List<HelpLine> all = list("lanhdao");
        assertEquals(all, help.list(line, selection, null, Cut.whole(HelpOrder.MOST, false)).rows());
        for (HelpOrder order : HelpOrder.values()) {
            for (boolean descending : new boolean[]{false, true}) {
                List<HelpLine> rows = help.list(line, selection, "", Cut.whole(order, descending)).rows();
                assertEquals(all.size(), rows.size(), order.name());
                Comparator<HelpLine> by = descending ? order.by().reversed() : order.by();
                assertTrue(IntStream.range(1, rows.size())
                        .allMatch(i -> by.compare(rows.get(i - 1), rows.get(i)) <= 0), order.name());
            }
        }
        List<HelpLine> provinces = help.list(line, selection, "province", Cut.whole(HelpOrder.AGENCY, false)).rows();
        assertEquals(all.stream().filter(one -> one.type().equals("province")).count(), provinces.size());
        assertEquals(used(() -> help.list(line, selection)),
                used(() -> help.list(line, selection, "province", new Cut<>(HelpOrder.STEP, true, 2, 25))));
    }

    @Test
    void itCostsTheSameHoweverManyThereAre() {
        list("lanhdao");
        long used = used(() -> help.list(line, selection));
        assertTrue(used <= 12, () -> "statements: " + used);
    }
}
