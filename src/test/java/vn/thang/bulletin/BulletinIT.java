package vn.thang.bulletin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;

/** The bulletin of a month: who makes and opens it when, that it holds the figures of the targets, and that it stays as it is. */
class BulletinIT extends ContainerFixture {

    private static final Locale VIETNAMESE = Texts.LANGUAGES.get(0);

    @Inject
    private BulletinMaking making;

    @Inject
    private BulletinReading reading;

    @Inject
    private Bulletins bulletins;

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Inject
    private Event<RoundEvent> events;

    /** Bulletins that the server or another test has made are none in this transaction. */
    private void none() {
        sql("DELETE FROM bulletin_text");
        sql("DELETE FROM bulletin");
    }

    private Bulletin made() {
        none();
        caller.actAs("quantri");
        return making.make();
    }

    @Test
    void itHoldsTheFiguresOfTheTargetsAndTheSameInAllLanguages() {
        Bulletin bulletin = made();
        List<TargetLine> lines = targets.targets(rounds.rounds(null).orElseThrow());
        BulletinFacts facts = bulletins.facts(bulletin.id());
        assertEquals(24, facts.targets().size());
        assertEquals(lines.stream().map(line -> line.target().code()).toList(),
                facts.targets().stream().map(BulletinFacts.Figure::code).toList());
        long told = 0;
        for (int i = 0; i < lines.size(); i++) {
            BulletinFacts.Figure figure = facts.targets().get(i);
            if (figure.value() != null) {
                told++;
                assertEquals(lines.get(i).today(), figure.value(), figure.code());
                assertEquals(lines.get(i).status(), figure.status(), figure.code());
                assertTrue(figure.source() != null ^ figure.round() != null, figure.code());
            } else {
                assertTrue(!lines.get(i).known() || lines.get(i).preliminary() || figure.status().equals("few"));
            }
        }
        assertTrue(told > 5, "told " + told);
        for (Locale language : Texts.LANGUAGES) {
            BulletinWords words = reading.words(bulletin.code(), language);
            assertEquals(24, words.chapters().get(2).rows().size());
            assertTrue(words.seal().endsWith(bulletin.factsHash()));
            assertEquals("%PDF", new String(reading.pdf(bulletin.code(), language), 0, 4));
        }
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'make-bulletin' AND details = ?1",
                bulletin.code() + " sha256=" + bulletin.factsHash()));
    }

    @Test
    void whatWasSaidStaysThoughFiguresChange() {
        Bulletin bulletin = made();
        BulletinWords words = reading.words(bulletin.code(), VIETNAMESE);
        byte[] pdf = reading.pdf(bulletin.code(), VIETNAMESE);
        sql("UPDATE assessment_round SET name = 'Tên khác' WHERE code = '2025'");
        assertTrue(making.isMade());
        assertEquals("bulletin.exists",
                assertThrows(BusinessException.Conflict.class, () -> making.make()).key());
        assertEquals(words, reading.words(bulletin.code(), VIETNAMESE));
        assertArrayEquals(pdf, reading.pdf(bulletin.code(), VIETNAMESE));
    }

    @Test
    void itComparesWithTheOneBefore() {
        Bulletin first = made();
        assertTrue(reading.words(first.code(), VIETNAMESE).chapters().get(1).sentences().get(0)
                .contains("bản tin đầu tiên"));
        sql("UPDATE bulletin SET month = DATE_SUB(month, INTERVAL 1 MONTH)");
        BulletinFacts facts = bulletins.facts(first.id());
        BulletinFacts.Figure figure = facts.targets().stream().filter(one -> one.value() != null).findFirst()
                .orElseThrow();
        sql("UPDATE bulletin SET facts = REPLACE(facts, ?1, ?2)", "\"status\":\"" + figure.status() + "\"",
                "\"status\":\"none\"");
        assertFalse(making.isMade());
        Bulletin second = making.make();
        assertTrue(bulletins.facts(second.id()).before() != null);
        assertTrue(reading.words(second.code(), VIETNAMESE).chapters().get(1).items().stream()
                .anyMatch(item -> item.startsWith(figure.code()) && item.contains("Tiến độ chuyển từ")));
    }

    @Test
    void theApplicationMakesThatOfTheMonthThatIsOverOnce() {
        none();
        caller.actAsSystem();
        making.makeDue();
        making.makeDue();
        assertEquals(1, number("SELECT COUNT(*) FROM bulletin WHERE made_by IS NULL"));
        assertEquals(LocalDate.now(clock.withZone(vn.thang.platform.Time.ZONE)).minusMonths(1).withDayOfMonth(1),
                bulletins.all().get(0).month());
    }

    @Test
    void withoutAnOfficialRoundThereIsNone() {
        none();
        caller.actAs("quantri");
        sql("UPDATE assessment_round SET rehearsal = TRUE WHERE state = 'PUBLISHED'");
        refused("bulletin.nothing-published", () -> making.make());
        assertEquals(0, number("SELECT COUNT(*) FROM bulletin"));
    }

    @Test
    void everybodyReadsItWhileTheMinistryWantsIt() {
        Bulletin bulletin = made();
        String month = bulletin.code();
        assertEquals(Optional.empty(), reading.openWords(month, VIETNAMESE));
        assertEquals("bulletin.not-open",
                assertThrows(BusinessException.Conflict.class, () -> making.close(month)).key());
        making.open(month);
        assertEquals("bulletin.is-open",
                assertThrows(BusinessException.Conflict.class, () -> making.open(month)).key());
        assertEquals(reading.words(month, VIETNAMESE), reading.openWords(month, VIETNAMESE).orElseThrow());
        assertTrue(reading.openPdf(month, VIETNAMESE).isPresent());
        making.close(month);
        assertTrue(reading.openWords(month, VIETNAMESE).isEmpty());
        assertTrue(reading.openPdf(month, VIETNAMESE).isEmpty());
        assertEquals(List.of(), reading.open());
        for (String none : List.of("1999-01", "2026-13", "x", "")) {
            assertThrows(BusinessException.NotFound.class, () -> making.open(none));
            assertThrows(BusinessException.NotFound.class, () -> reading.words(none, VIETNAMESE));
            assertTrue(reading.openWords(none, VIETNAMESE).isEmpty());
        }
    }

    @Test
    void resultsThatAreWithdrawnArePublicNoMore() {
        Bulletin bulletin = made();
        making.open(bulletin.code());
        BulletinFacts facts = bulletins.facts(bulletin.id());
        String round = facts.targets().stream().map(BulletinFacts.Figure::round).filter(one -> one != null).findFirst()
                .orElseThrow();
        assertFalse(reading.open().isEmpty());
        String code = round.split(" ")[0];
        sql("UPDATE bulletin SET month = DATE_SUB(month, INTERVAL 1 MONTH)");
        Bulletin next = making.make();
        making.open(next.code());
        sql("UPDATE bulletin SET facts = REPLACE(facts, ?1, 'null') WHERE id = ?2", "\"" + round + "\"", next.id());
        assertFalse(bulletins.facts(next.id()).tells(code), "only the one before tells it");
        sql("UPDATE assessment_round SET rehearsal = TRUE WHERE code <> ?1", code);
        sql("UPDATE assessment_round SET state = 'WITHDRAWN' WHERE code = ?1", code);
        sql("""
                INSERT INTO round_withdrawal (round_id, reason, proposed_by, proposed_at, confirmed_by, confirmed_at)
                SELECT r.id, 'Sai số liệu', p.id, NOW(6), c.id, NOW(6) FROM assessment_round r
                JOIN person p ON p.username = 'quantri' JOIN person c ON c.username = 'quantri.hai' WHERE r.code = ?1""",
                code);
        events.fire(new RoundEvent.RoundWithdrawn(
                number("SELECT id FROM assessment_round WHERE code = ?1", code), "Sai số liệu"));
        assertEquals(List.of(), reading.open());
        for (Bulletin one : bulletins.all()) {
            refused("bulletin.withdrawn", () -> making.open(one.code()));
        }
        bulletin = bulletins.all().get(1);
        assertEquals(24, reading.words(bulletin.code(), VIETNAMESE).chapters().get(2).rows().size());
    }

    @Test
    void onlyWhoPublishesForTheCountryDecides() {
        Bulletin bulletin = made();
        for (String person : List.of("canbo", "phoihop", "lanhdao.tinh", "thamdinh", "hoidong", "lanhdao",
                "kiemtoan")) {
            caller.actAs(person);
            forbidden(making::make);
            forbidden(making::isMade);
            forbidden(() -> making.open(bulletin.code()));
            forbidden(() -> making.close(bulletin.code()));
        }
        caller.actAs("phoihop");
        forbidden(reading::list);
        forbidden(() -> reading.words(bulletin.code(), VIETNAMESE));
        forbidden(() -> reading.pdf(bulletin.code(), VIETNAMESE));
        caller.actAs("lanhdao");
        assertEquals(24, reading.words(bulletin.code(), VIETNAMESE).chapters().get(2).rows().size());
    }
}
