package vn.thang.indicator.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.indicator.IndicatorFixture;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.organisation.agency.AgencyEvent;
import vn.thang.platform.BusinessException;

/** The sums of the newest readings are compared with plain statements over the readings, whatever came and in whichever order; everything is undone. */
class ReadingSumsIT extends IndicatorFixture {

    private static final String SOURCE = "data-exchange";
    private static final String NEWEST = " FROM reading r JOIN reading_batch b ON b.id = r.batch_id JOIN agency a ON a.id = r.agency_id WHERE r.source = '"
            + SOURCE
            + "' AND NOT EXISTS (SELECT 1 FROM reading l WHERE l.agency_id = r.agency_id AND l.indicator = r.indicator AND l.period = r.period"
            + " AND l.id > r.id)";
    private static final String FIRST = "SUBSTRING_INDEX(SUBSTRING_INDEX(a.path, '/', 3), '/', -1)";

    @Inject
    private ReadingRebuild rebuild;

    @Inject
    private Event<AgencyEvent> events;

    private String token;

    @BeforeEach
    void begin() throws Exception {
        token = tokens.renew(SOURCE);
        anAgency("XA1").named("Xã một").ofType("ministry").below("15");
    }

    @Test
    void theSumsAreThoseOfPlainStatements() {
        compare("as it was");
        push(row("15", "2023-Q3", 3), row("79", "2023-Q3", 4), row("XA1", "2023-Q3", 5));
        compare("something new");
        assertEquals("5", sum("ministry", "2023-07-01", "numerator"));
        push(row("15", "2023-Q1", 3), row("15", "2022-Q4", 2));
        compare("earlier periods come later");
        push(row("15", "2023-Q3", 6), row("79", "2023-Q3", 4), row("XA1", "2023-Q3", 1));
        compare("two corrections and one that is known");
        assertEquals("1", sum("ministry", "2023-07-01", "numerator"));
        push(row("15", "2023-Q3", 3));
        compare("the old value once more changes nothing");
        assertEquals(5, push(row("15", "2023-Q3", 7), row("15", "2023-Q3", 8), row("15", "2023-Q3", 7),
                row("79", "2022-Q1", 1), row("79", "2022-Q1", 2)).rejected());
        compare("one batch says several values: none of them counts");
        push(row("15", "2023-Q3", 7), row("79", "2022-Q1", 1));
        push(row("15", "2023-Q3", 8), row("79", "2022-Q1", 2));
        compare("two corrections one after the other");
        assertEquals("8", text(
                "SELECT numerator FROM reading WHERE id = (SELECT MAX(r.id) FROM reading r JOIN agency a ON a.id = r.agency_id WHERE"
                        + " a.code = '15' AND r.indicator = 'systems_connected' AND r.period = '2023-07-01')"),
                "of those that were new");
        assertEquals(5,
                push(row("15", "2023-Q3", 8), row("79", "2023-Q3", 4), row("XA1", "2023-Q3", 1),
                        row("79", "2022-Q1", 2), row("15", "2023-Q1", 3))
                        .unchanged());
        compare("a replay");
    }

    @Test
    void anInventedReadingIsInventedUntilARealOneStandsInItsPlace() {
        intake.take(SOURCE, ReadingIntake.Way.DEMO, List.of(row("15", "2023-Q3", 3)).iterator());
        compare("invented");
        assertEquals("1", sum("province", "2023-07-01", "demonstrations"));
        push(row("15", "2023-Q3", 4));
        compare("real");
        assertEquals("0", sum("province", "2023-07-01", "demonstrations"));
    }

    @Test
    void theSumsFollowAgenciesThatMove() {
        push(row("XA1", "2023-Q3", 5));
        String before = text(
                "SELECT first_level FROM reading_sum WHERE type = 'ministry' AND period = '2023-07-01' AND indicator = 'systems_connected'");
        sql("UPDATE agency SET path = CONCAT((SELECT b.path FROM (SELECT path FROM agency WHERE code = '79') b), id, '/') WHERE code = 'XA1'");
        events.fire(new AgencyEvent.AgenciesImported(0, 1, 0, ""));
        compare("moved");
        assertNotEquals(before,
                text("SELECT first_level FROM reading_sum WHERE type = 'ministry' AND period = '2023-07-01'"
                        + " AND indicator = 'systems_connected'"));
    }

    @Test
    void theyAreMadeAnewFromTheReadings() {
        push(row("15", "2023-Q3", 3), row("79", "2023-Q3", 4));
        push(row("15", "2023-Q3", 2));
        change("UPDATE reading_sum SET value = value + 1", "DELETE FROM reading_sum WHERE period > '2024-01-01'");
        rebuild.rebuild();
        compare("made anew");
    }

    @Test
    void onlyAdministratorsMakeThemAnew() {
        for (String person : List.of("canbo", "lanhdao.tinh", "phoihop", "thamdinh", "hoidong", "lanhdao",
                "kiemtoan")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, rebuild::rebuild, person);
        }
    }

    private void compare(String when) {
        assertFalse(list("SELECT r.id" + NEWEST).isEmpty());
        assertEquals(
                list("SELECT r.indicator, r.period, a.type, " + FIRST
                        + ", SUM(r.numerator) + 0e0, SUM(r.denominator) + 0e0, SUM(r.value) + 0e0, COUNT(*),"
                        + " SUM(b.way = 'DEMO')" + NEWEST + " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"),
                list("SELECT indicator, period, type, first_level, numerator + 0e0, denominator + 0e0, value + 0e0, readings, demonstrations FROM reading_sum"
                        + " WHERE readings > 0 AND indicator IN (SELECT DISTINCT indicator FROM reading WHERE source = '"
                        + SOURCE + "') ORDER BY 1, 2, 3, 4"),
                when);
    }

    private String sum(String type, String period, String what) {
        return text("SELECT SUM(" + what + ") FROM reading_sum WHERE indicator = 'systems_connected' AND type = '"
                + type + "' AND period = '" + period + "'");
    }

    private String text(String sql) {
        return entities.createNativeQuery(sql).getSingleResult().toString().replaceAll("\\.0+$", "");
    }

    private List<String> list(String sql) {
        return ((List<?>) entities.createNativeQuery(sql).getResultList()).stream()
                .map(row -> row instanceof Object[] some ? Arrays.toString(some)
                        : String.valueOf(row))
                .toList();
    }

    private void change(String... statements) {
        for (String sql : statements) {
            entities.createNativeQuery(sql).executeUpdate();
        }
    }

    private IntakeReport push(ReadingRow... rows) {
        return intake.push(token, null, Arrays.asList(rows).iterator());
    }

    private static ReadingRow row(String agency, String period, int numerator) {
        return connected(agency, period, String.valueOf(numerator), "10");
    }
}
