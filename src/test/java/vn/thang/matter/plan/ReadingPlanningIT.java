package vn.thang.matter.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.target.TargetMeasure;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.it.ContainerFixture;
import vn.thang.matter.Deed;
import vn.thang.matter.effect.TargetSums;
import vn.thang.matter.register.MatterCourse;
import vn.thang.matter.register.MatterLine;
import vn.thang.matter.sheet.SheetMaking;
import vn.thang.platform.Faults;

/** What the province of the demonstration plans to bring its readings to, and what becomes of the targets; everything is undone. */
class ReadingPlanningIT extends ContainerFixture {

    @Inject
    private ReadingPlanning planning;

    @Inject
    private ImprovementPlan plans;

    @Inject
    private TargetSums sums;

    @Inject
    private MatterCourse course;

    @Inject
    private SheetMaking sheets;

    @Inject
    private NationalTargets targets;

    @Inject
    private NationalRounds rounds;

    @Inject
    private Catalog catalog;

    private LocalDate today;

    @BeforeEach
    void begin() {
        today = LocalDate.now(clock);
        caller.actAs("canbo");
    }

    private long person(String username) {
        return number("SELECT id FROM person WHERE username = ?1", username);
    }

    private ProgrammeTarget target(String code) {
        return catalog.programme().target(code);
    }

    private TargetLine line(String code) {
        return targets.target(rounds.rounds(null).orElseThrow(), code);
    }

    private TargetSums.Sum sum(String code) {
        RoundSelection selection = rounds.rounds(null).orElseThrow();
        return sums.of(targets.target(selection, code), selection).orElseThrow();
    }

    private ReadingPlanning.Step step(String target, String value, LocalDate due) {
        return new ReadingPlanning.Step("15", target, value == null ? null : new BigDecimal(value), person("canbo"),
                due,
                null, "Kết nối thêm phần mềm.");
    }

    /** The reading of the province for the period of the target is brought below what the target asks. */
    private ReadingPlanning.Offer offer(TargetMeasure measure) {
        TargetLine line = targets.targets(rounds.rounds(null).orElseThrow()).stream()
                .filter(one -> one.target().measure() == measure && one.measured() != null && one.known())
                .filter(one -> one.target().scope().contains("province"))
                .filter(one -> !catalog.restrictedIndicators().contains(one.measured().indicator().code()))
                .filter(one -> one.target().ofAgency().relation().sign().startsWith(">")).findFirst().orElseThrow();
        boolean percent = line.target().ofAgency().percent();
        sql("DELETE j FROM reading_jump j JOIN reading r ON r.id = j.reading_id JOIN agency a ON a.id = r.agency_id"
                + " WHERE a.code = '15' AND r.indicator = ?1", line.measured().indicator().code());
        sql("UPDATE reading r JOIN agency a ON a.id = r.agency_id SET r.numerator = ?3, r.denominator = ?4, r.value = 0"
                + " WHERE a.code = '15' AND r.indicator = ?1 AND r.period = ?2", line.measured().indicator().code(),
                line.measured().begin(), measure == TargetMeasure.POOLED ? Integer.valueOf(0) : null,
                measure == TargetMeasure.POOLED ? Integer.valueOf(10) : null);
        ReadingPlanning.Offer offer = planning.view("15").offers().stream()
                .filter(one -> one.target().equals(line.target().code())).findFirst().orElseThrow();
        assertEquals(0, offer.now().signum());
        assertEquals(percent, offer.percent());
        return offer;
    }

    @Test
    void whatIsPlannedOfReadingsStandsInTheReportOfTheAgency() throws IOException {
        String code = offer(TargetMeasure.POOLED).target();
        planning.plan(new ReadingPlanning.Step("15", code, new BigDecimal("55.5"), person("canbo"),
                target(code).phase().due(), new BigDecimal("120000000"), "Kết nối thêm phần mềm."));
        caller.actAs("lanhdao.tinh");
        try (PDDocument document = Loader
                .loadPDF(sheets.make("15", Locale.forLanguageTag("vi")).orElseThrow())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertTrue(text.contains(code) && text.contains("55,5%") && text.contains("Kết nối thêm phần mềm.")
                    && text.contains("120.000.000"), text);
            assertFalse(text.contains("Chưa có biện pháp nào trong kế hoạch."), text);
        }
    }

    @Test
    void whatAnAgencyPlansOfItsReadingStandsInTheSumOfTheTarget() {
        String code = offer(TargetMeasure.POOLED).target();
        TargetSums.Sum before = sum(code);
        assertEquals(0, before.agencies());
        long measure = planning.plan(step(code, "55.5", target(code).phase().due()));
        TargetSums.Sum planned = sum(code);
        assertEquals(1, planned.agencies());
        long room = line(code).attainment().inScope() - line(code).attainment().reached();
        assertEquals(Math.min(room, new BigDecimal("5.55").setScale(0, RoundingMode.FLOOR).longValue()),
                planned.plans().lifted(), "55.5 per cent of ten are five and a half, of which half of one is none");
        assertTrue(planned.ifKept() >= before.ifKept());
        assertTrue(planning.view("15").offers().stream().filter(one -> one.target().equals(code)).findFirst()
                .orElseThrow().planned());
        MatterLine line = course.view(measure).line();
        assertEquals("55.5 " + code, line.raiseTo() + " " + line.target());
        assertFalse(line.restricted());
        course.take(measure, Deed.MOVE, "Chậm lại.", target(code).phase().due().plusDays(1), line.version());
        assertEquals(0, sum(code).agencies(), "it is due after the target");
        course.take(measure, Deed.DROP, "Không làm được.", null, course.view(measure).line().version());
        assertEquals(0, sum(code).plans().lifted());
        assertTrue(planning.plan(step(code, "60", target(code).phase().due())) > measure, "it can be planned anew");
    }

    /** Where agencies are counted, one that comes to what is asked of it is one more. */
    @Test
    void whoComesToWhatIsAskedIsOneMoreWhereAgenciesAreCounted() {
        ReadingPlanning.Offer offer = offer(TargetMeasure.SHARE_OF_AGENCIES);
        String code = offer.target();
        String enough = offer.demanded().add(BigDecimal.ONE).min(offer.percent() ? BigDecimal.valueOf(100)
                : BigDecimal.valueOf(1_000_000)).toPlainString();
        long measure = planning.plan(step(code, enough, target(code).phase().due()));
        long room = line(code).attainment().inScope() - line(code).attainment().reached();
        assertEquals(Math.min(1, room), sum(code).plans().lifted());
        course.take(measure, Deed.DROP, "Không.", null, course.view(measure).line().version());
        assertEquals(0, sum(code).plans().lifted());
    }

    /** The plan of criteria and the measures about readings do not stand in each other's way. */
    @Test
    void measuresAboutReadingsAreNotThoseAboutCriteria() {
        ImprovementPlan.View before = plans.view("15", null).orElseThrow();
        String code = offer(TargetMeasure.POOLED).target();
        planning.plan(step(code, "50", today.plusDays(10)));
        ImprovementPlan.View after = plans.view("15", null).orElseThrow();
        assertEquals(before.measures(), after.measures());
        assertEquals(before.offers(), after.offers());
        assertEquals(1, planning.view("15").measures().size());
        assertEquals(0, number("SELECT COUNT(*) FROM plan_effect e JOIN assessment s ON s.id = e.assessment_id"
                + " JOIN agency a ON a.id = s.agency_id WHERE a.code = '15'"));
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndNothingIsPlannedTwice() {
        String code = offer(TargetMeasure.POOLED).target();
        for (String value : List.of("0", "-1", "100.5", "5.555")) {
            assertEquals("value", assertThrows(Faults.Refused.class,
                    () -> planning.plan(step(code, value, today.plusDays(9))), value).faults().get(0).field());
        }
        assertEquals(List.of("value", "words", "person", "due"), assertThrows(Faults.Refused.class,
                () -> planning.plan(new ReadingPlanning.Step("15", code, null, person("canbo.bo"), null, null, " ")))
                .faults().stream().map(Faults.Fault::field).toList());
        planning.plan(step(code, "50", today.plusDays(9)));
        refused("matter.planned-already", () -> planning.plan(step(code, "60", today.plusDays(9))));
        refused("matter.reading-not-offered", () -> planning.plan(step("P9-99", "60", today.plusDays(9))));
        refused("matter.reading-not-offered", () -> planning.offered("15", null));
        for (ProgrammeTarget one : catalog.programme().targets()) {
            if (one.measure() == TargetMeasure.NATIONAL || one.level().isPresent()
                    || List.of("P2-12", "P2-13").contains(one.code())) {
                refused("matter.reading-not-offered", () -> planning.offered("15", one.code()));
            }
        }
    }

    @Test
    void onlyTheAgencyPlansAndOnlyWhoSeesItReads() {
        String code = offer(TargetMeasure.POOLED).target();
        for (String person : List.of("lanhdao", "kiemtoan", "thamdinh", "quantri")) {
            caller.actAs(person);
            assertFalse(planning.view("15").editable());
            forbidden(() -> planning.plan(step(code, "50", today.plusDays(9))));
            forbidden(() -> planning.offered("15", code));
        }
        for (String person : List.of("canbo.bo", "phoihop")) {
            caller.actAs(person);
            forbidden(() -> planning.view("15"));
            forbidden(() -> planning.plan(step(code, "50", today.plusDays(9))));
        }
    }
}
