package vn.thang.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.indicator.IndicatorFixture;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.indicator.source.ReadingStanding;
import vn.thang.matter.asking.Asking;
import vn.thang.matter.register.MatterCourse;
import vn.thang.matter.register.MatterFilter;
import vn.thang.matter.register.MatterLine;
import vn.thang.matter.register.MatterOrder;
import vn.thang.matter.register.MatterRegister;
import vn.thang.platform.list.Cut;

/** What is asked about indicators, readings and sources, with the figure as it was then; everything is undone. */
class ReadingMatterIT extends IndicatorFixture {

    private static final String RESTRICTED = "security_dossiers";
    private static final String SOURCE = "data-exchange";
    private static final String PERIOD = "2021-Q1";

    @Inject
    private Asking asking;

    @Inject
    private MatterCourse course;

    @Inject
    private MatterRegister register;

    @Inject
    private ReadingStanding standing;

    private LocalDate today;

    @BeforeEach
    void begin() {
        today = LocalDate.now(clock);
    }

    /** The newest reading of the agency is kept, whatever comes after it. */
    @Test
    void aReadingIsAskedAboutAsItWas() {
        sql("DELETE FROM reading WHERE agency_id = ?1 AND indicator = ?2", agency("15"), CONNECTED);
        take(SOURCE, connected("15", PERIOD, "31", "40"));
        caller.actAs("lanhdao");
        MatterFigure now = asking.sheet(AskedFigure.ofReading(CONNECTED), "15").figure();
        assertEquals(0, new BigDecimal("77.5").compareTo(now.reading()));
        long id = ask(AskedFigure.ofReading(CONNECTED), "15");
        caller.actAs("quantri");
        take(SOURCE, connected("15", PERIOD, "10", "40"));
        caller.actAs("canbo");
        MatterLine line = course.view(id).line();
        assertEquals(List.of(Matter.About.READING, CONNECTED, CONNECTED, true, false), List.of(line.about(),
                line.indicator(), line.figure().indicator(), line.figure().percent(), line.restricted()));
        assertEquals(0, now.reading().compareTo(line.figure().reading()));
        assertEquals(now.readingPeriod(), line.figure().readingPeriod());
        assertNull(line.figure().level(), "the level of the agency is another figure");
    }

    @Test
    void whereNothingWasReportedThatIsTheFigure() {
        sql("DELETE FROM reading WHERE agency_id = ?1 AND indicator = ?2", agency("15"), CONNECTED);
        caller.actAs("lanhdao");
        MatterFigure figure = course.view(ask(AskedFigure.ofReading(CONNECTED), "15")).line().figure();
        assertEquals(CONNECTED, figure.indicator());
        assertNull(figure.reading());
    }

    @Test
    void anIndicatorIsAskedAboutWithItsCoverage() {
        caller.actAs("lanhdao");
        ReadingStanding.OfIndicator now = standing.ofIndicator(CONNECTED);
        assertTrue(now.coverage().expected() > 0);
        long id = ask(AskedFigure.ofIndicator(CONNECTED), "BTP");
        MatterLine line = course.view(id).line();
        assertEquals(List.of(Matter.About.INDICATOR, now.coverage().arrived(), now.coverage().expected()),
                List.of(line.about(), line.figure().value().intValue(), line.figure().wanted().intValue()));
        long other = ask(AskedFigure.ofReading(CONNECTED), "15");
        assertEquals(Set.of(id, other), ids(Map.of("indicator", CONNECTED)));
        assertEquals(Set.of(), ids(Map.of("indicator", "papers_once_only")));
        refused("reading.fault.indicator", () -> ask(AskedFigure.ofIndicator("no_such"), "15"));
        refused("reading.fault.indicator", () -> asking.sheet(AskedFigure.ofReading("no_such"), "15"));
        refused("matter.unknown", () -> asking.sheet(AskedFigure.ofReading(CONNECTED), null));
    }

    @Test
    void aSourceIsAskedAboutWithItsHealth() {
        take(SOURCE, connected("15", PERIOD, "31", "40"));
        caller.actAs("kiemtoan");
        ReadingStanding.OfSource now = standing.ofSource(SOURCE);
        long id = asking.ask(new Asking.Question(Matter.Kind.RECOMMENDATION, AskedFigure.ofSource(SOURCE), "15", null,
                "Nên gửi đúng hạn.", today.plusDays(7)));
        MatterLine line = course.view(id).line();
        assertEquals(List.of(Matter.About.SOURCE, SOURCE, now.health().name(), today.toString()),
                List.of(line.about(), line.source(), line.figure().status(), line.figure().period()));
        assertEquals(Set.of(id), ids(Map.of("source", SOURCE)));
        refused("source.unknown", () -> asking.sheet(AskedFigure.ofSource("no-such"), null));
        caller.actAs("lanhdao.tinh");
        forbidden(() -> asking.sheet(AskedFigure.ofSource(SOURCE), null));
        forbidden(() -> ask(AskedFigure.ofSource(SOURCE), "15"));
    }

    /** Who may not read a restricted reading neither asks about it nor sees what is asked. */
    @Test
    void whatMeasuresTheRestrictedIsAskedAboutByThoseWhoMayReadIt() {
        take("security-register", new ReadingRow(1, "15", RESTRICTED, PERIOD, "3", "4", null, null));
        for (String person : List.of("lanhdao", "kiemtoan")) {
            caller.actAs(person);
            forbidden(() -> asking.sheet(AskedFigure.ofReading(RESTRICTED), "15"));
            forbidden(() -> asking.sheet(AskedFigure.ofIndicator(RESTRICTED), null));
            forbidden(() -> ask(AskedFigure.ofReading(RESTRICTED), "15"));
            forbidden(() -> ask(AskedFigure.ofIndicator(RESTRICTED), "15"));
        }
        caller.actAs("lanhdao.tinh");
        long id = ask(AskedFigure.ofReading(RESTRICTED), "15");
        long whole = ask(AskedFigure.ofIndicator(RESTRICTED), "15");
        assertTrue(course.view(id).line().restricted());
        assertTrue(course.view(whole).line().restricted());
        for (String person : List.of("lanhdao", "kiemtoan", "quantri")) {
            caller.actAs(person);
            refused("matter.unknown", () -> course.view(id));
            assertEquals(Set.of(), ids(Map.of("indicator", RESTRICTED)), person);
        }
        caller.actAs("canbo");
        assertEquals(Set.of(id, whole), ids(Map.of("indicator", RESTRICTED)));
    }

    @Test
    void othersAskNobody() {
        for (String person : List.of("canbo", "thamdinh", "hoidong", "quantri", "phoihop")) {
            caller.actAs(person);
            forbidden(() -> ask(AskedFigure.ofReading(CONNECTED), "15"));
            forbidden(() -> ask(AskedFigure.ofIndicator(CONNECTED), "15"));
            forbidden(() -> ask(AskedFigure.ofSource(SOURCE), "15"));
        }
        caller.actAs("lanhdao.tinh");
        forbidden(() -> ask(AskedFigure.ofReading(CONNECTED), "79"));
        forbidden(() -> asking.sheet(AskedFigure.ofReading(CONNECTED), "79"));
    }

    /** A criterion that is measured keeps both levels and the reading. */
    @Test
    void aDiscrepancyKeepsWhatWasMeasured() {
        Object[] entry = (Object[]) entities.createNativeQuery("SELECT d.assessment_id, d.criterion, d.measured,"
                + " d.indicator, d.value FROM discrepancy d JOIN assessment s ON s.id = d.assessment_id"
                + " JOIN assessment_round r ON r.id = s.round_id AND r.rehearsal = FALSE"
                + " WHERE d.restricted = FALSE AND d.lapsed = FALSE AND d.stands = 1 ORDER BY d.id LIMIT 1")
                .getSingleResult();
        caller.actAs("lanhdao");
        MatterFigure figure = asking
                .sheet(AskedFigure.ofResult(((Number) entry[0]).longValue(), (String) entry[1]), null).figure();
        assertEquals(((Number) entry[2]).intValue(), figure.measured());
        assertEquals(entry[3], figure.indicator());
        assertEquals(0, ((BigDecimal) entry[4]).compareTo(figure.reading()));
        assertFalse(figure.readingPeriod().isBlank());
    }

    /** What is not measured any more is not told as measured. */
    @Test
    void whatLapsedIsNoFigure() {
        Object[] entry = (Object[]) entities.createNativeQuery("SELECT d.assessment_id, d.criterion, s.agency_id"
                + " FROM discrepancy d JOIN assessment s ON s.id = d.assessment_id"
                + " JOIN assessment_round r ON r.id = s.round_id AND r.rehearsal = FALSE"
                + " WHERE d.criterion = 'SHR.1' AND d.lapsed = FALSE AND d.stands = 1 ORDER BY d.id LIMIT 1")
                .getSingleResult();
        AskedFigure asked = AskedFigure.ofResult(((Number) entry[0]).longValue(), (String) entry[1]);
        caller.actAs("lanhdao");
        assertEquals(CONNECTED, asking.sheet(asked, null).figure().indicator());
        sql("UPDATE reading SET period = period - INTERVAL 10 YEAR WHERE agency_id = ?1", entry[2]);
        MatterFigure figure = asking.sheet(asked, null).figure();
        assertNull(figure.measured());
        assertNull(figure.indicator());
    }

    private long ask(AskedFigure figure, String agency) {
        long id = asking.ask(new Asking.Question(Matter.Kind.QUESTION, figure, agency, null, "Vì sao?",
                today.plusDays(7)));
        entities.flush();
        return id;
    }

    private Set<Long> ids(Map<String, String> asked) {
        return register.page(MatterFilter.of(asked), Cut.by(MatterOrder.NEXT)).rows().stream().map(MatterLine::id)
                .collect(Collectors.toSet());
    }
}
