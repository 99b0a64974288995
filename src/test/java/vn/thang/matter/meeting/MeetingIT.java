package vn.thang.matter.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.audit.seal.TrailSealing;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.it.ContainerFixture;
import vn.thang.matter.Deed;
import vn.thang.matter.owner.FigureOwnership;
import vn.thang.matter.owner.OwnedFigure;
import vn.thang.matter.pack.PackForm;
import vn.thang.matter.pack.PackMaking;
import vn.thang.matter.register.MatterCourse;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.Texts;
import vn.thang.platform.list.Cut;

/** Meetings on the demonstration: prepared, frozen, deciding, closed, and seen again in the next one; everything is undone. */
class MeetingIT extends ContainerFixture {

    private static final String TARGET = "P1-08";

    @Inject
    private MeetingCourse course;

    @Inject
    private MeetingReading reading;

    @Inject
    private MatterCourse matters;

    @Inject
    private FigureOwnership ownership;

    @Inject
    private PackMaking packs;

    @Inject
    private TrailSealing sealing;

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    private LocalDate today;

    @BeforeEach
    void begin() {
        today = LocalDate.now(clock);
        onlyTheseAt("15", "canbo", "phoihop", "lanhdao.tinh");
        sql("UPDATE matter SET meeting_id = NULL");
        sql("DELETE FROM meeting_exception");
        sql("DELETE FROM meeting");
        caller.actAs("lanhdao");
    }

    private List<Meeting> all() {
        return reading.list(null, Cut.by(MeetingOrder.NEWEST)).rows();
    }

    private MeetingCourse.Decision decision(String words) {
        return new MeetingCourse.Decision(TARGET, "15", person("canbo"), words, today.plusDays(20));
    }

    private long person(String username) {
        return number("SELECT id FROM person WHERE username = ?1", username);
    }

    @Test
    void whatIsFrozenStaysAsItWasWhateverComesAfterwards() {
        ownership.name(OwnedFigure.ofTarget(TARGET), "15", person("canbo"), today);
        caller.actAs("canbo");
        ownership.write(OwnedFigure.ofTarget(TARGET),
                new FigureOwnership.Said("Thiếu máy chủ.", null, "Bố trí kinh phí."));
        caller.actAs("lanhdao");
        long id = course.prepare(today);
        course.pick(id, TARGET, "Xem lại nguyên nhân");
        MeetingReading.View before = reading.view(id);
        assertEquals(24, before.frozen().targets().size());
        String hash = course.freeze(id);
        MeetingReading.View frozen = reading.view(id);
        assertTrue(frozen.intact());
        assertEquals(before.frozen().targets(), frozen.frozen().targets());
        assertEquals(34, frozen.frozen().provinces().size());
        assertEquals("Nguyễn Thị Minh", frozen.frozen().target(TARGET).owner().fullName());
        assertEquals(3, frozen.frozen().target(TARGET).ifKept().level());
        assertTrue(frozen.frozen().targets().stream().anyMatch(one -> one.ifKept() == null), "what is measured");
        assertEquals("Bố trí kinh phí.", frozen.frozen().target(TARGET).word().needed());
        assertEquals("Xem lại nguyên nhân", frozen.frozen().picked().stream()
                .filter(one -> one.target().equals(TARGET)).findFirst().orElseThrow().reason());
        assertTrue(frozen.frozen().picked().stream().anyMatch(one -> one.rules().contains("OFF_TRACK")));
        assertEquals(3, frozen.frozen().risks().size());
        List<String> missed = frozen.frozen().provinces().stream().flatMap(one -> one.missed().stream())
                .map(FrozenMeeting.Missed::target).distinct().toList();
        assertTrue(missed.contains(TARGET));
        assertFalse(missed.contains("P2-12") || missed.contains("P2-13"), "they measure what is restricted");
        caller.actAs("canbo");
        ownership.write(OwnedFigure.ofTarget(TARGET), new FigureOwnership.Said("Khác rồi.", null, null));
        sql("UPDATE assessment_score SET level = 5 - level WHERE level BETWEEN 1 AND 4");
        caller.actAs("lanhdao");
        assertEquals(frozen.frozen(), reading.view(id).frozen());
        assertEquals(hash, reading.hash(id));
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'freeze-meeting' AND subject_id = ?1"
                + " AND details = ?2", id, "hash=" + hash));
    }

    /** The page of the country names the same improvements and risks as the meeting that is prepared, by the same rules. */
    @Test
    void thePageOfTheCountrySaysWhatAMeetingWouldLookAtFirst() {
        ownership.name(OwnedFigure.ofTarget(TARGET), "15", person("canbo"), today);
        FrozenMeeting meeting = reading.view(course.prepare(today)).frozen();
        RoundSelection selection = rounds.rounds(null).orElseThrow();
        FrozenMeeting now = reading.now(selection, targets.verdict(selection).lines());
        assertEquals(3, now.risks().size());
        assertEquals(meeting.risks(), now.risks());
        assertEquals(meeting.gains(), now.gains());
        assertEquals("Nguyễn Thị Minh", reading.owners().get(TARGET).fullName());
        caller.actAs("canbo");
        assertThrows(BusinessException.Forbidden.class, () -> reading.now(selection, List.of()));
    }

    /** Two provinces that are one since: the annex tells the mean of both, and says so; where nobody was merged it is as it was. */
    @Test
    void beforeAMergerTheAnnexTellsTheIndexOfAllThatAreOneNow() {
        long id = course.prepare(today);
        FrozenMeeting.Province own = province(id, "15");
        FrozenMeeting.Province other = province(id, "48");
        assertEquals(false, own.merged());
        sql("UPDATE agency SET valid_to = '2026-06-30' WHERE code = '48'");
        sql("INSERT INTO agency_predecessor (agency_id, predecessor_id) SELECT a.id, b.id FROM agency a JOIN agency b"
                + " ON b.code = '48' WHERE a.code = '15'");
        FrozenMeeting.Province merged = province(id, "15");
        assertEquals(true, merged.merged());
        assertEquals(own.level(), merged.level());
        assertEquals(mean(own.index(), other.index()), merged.index().doubleValue(), 0.1 + 1e-9);
        assertEquals(mean(own.earlierIndex(), other.earlierIndex()), merged.earlierIndex().doubleValue(), 0.1 + 1e-9);
        assertEquals(own.earlier(), merged.earlier());
        String said = new MeetingTexts(reading.view(id).frozen(), Locale.of("vi")).of(merged).level();
        assertTrue(said.endsWith(Texts.text(Locale.of("vi"), "trend.merged")), said);
        assertEquals(false, province(id, "01").merged());
    }

    private FrozenMeeting.Province province(long meeting, String code) {
        return reading.view(meeting).frozen().provinces().stream().filter(one -> one.code().equals(code)).findFirst()
                .orElseThrow();
    }

    private static double mean(BigDecimal one, BigDecimal other) {
        return one.add(other).doubleValue() / 2;
    }

    /** What a province is asked stands in its annex, however much is asked of the country and however late it falls due. */
    @Test
    void eachProvinceHasItsOwnMattersWhateverIsAskedOfOthers() {
        anAgency("XG1").named("Xã Giao Ban").below("15");
        entities.flush();
        sql("DELETE t FROM matter_step t");
        sql("DELETE FROM matter");
        ask("01", 210, 1);
        ask("15", 55, 300);
        ask("XG1", 1, 200);
        long id = course.prepare(today);
        course.freeze(id);
        FrozenMeeting frozen = reading.view(id).frozen();
        assertEquals(200, frozen.asked().size());
        assertEquals(210, frozen.soon());
        assertTrue(frozen.asked().stream().allMatch(one -> one.agencyCode().equals("01")));
        FrozenMeeting.Province province = frozen.provinces().stream().filter(one -> one.code().equals("15")).findFirst()
                .orElseThrow();
        assertEquals(56, province.waiting());
        assertEquals(0, province.late());
        assertEquals(50, province.asked().size());
        assertEquals("XG1", province.asked().get(0).agencyCode(), "what is due soonest stands first");
        assertTrue(province.asked().stream().allMatch(one -> one.province().equals("15")));
        assertEquals(50, frozen.provinces().stream().filter(one -> one.code().equals("01")).findFirst().orElseThrow()
                .asked().size());
    }

    private void ask(String agency, int matters, int days) {
        sql("INSERT INTO matter (id, kind, about, restricted, agency_id, asked_by, asked_from, asked_at, first_due_on,"
                + " due_on, state, figure_percent, version) SELECT NEXTVAL(matter_seq), 'QUESTION', 'AGENCY', FALSE, a.id,"
                + " p.id, a.id, NOW(6), ?2, ?2, 'OPEN', FALSE, 0 FROM agency a JOIN person p ON p.username = 'lanhdao'"
                + " JOIN seq_1_to_" + matters + " WHERE a.code = ?1", agency, today.plusDays(days));
    }

    /** Whatever a matter is about, the meeting says it by its name, and as it was. */
    @Test
    void eachMatterSaysWhatItIsAbout() {
        sql("DELETE t FROM matter_step t");
        sql("DELETE FROM matter");
        about("CRITERION", "criterion", "SHR.1");
        about("DIMENSION", "criterion", "SHR");
        about("SCORECARD", "criterion", null);
        about("INDICATOR", "indicator", "open_data_recent");
        about("READING", "indicator", "open_data_recent");
        about("SOURCE", "source", "open-data-portal");
        ask("15", 1, 1);
        long id = course.prepare(today);
        course.freeze(id);
        FrozenMeeting frozen = reading.view(id).frozen();
        MeetingTexts vi = new MeetingTexts(frozen, Locale.forLanguageTag("vi"));
        List<String> said = frozen.asked().stream().map(vi::about).toList();
        assertEquals(7, said.size());
        assertEquals(7, said.stream().distinct().count(), said::toString);
        assertEquals(1, said.stream().filter(one -> one.startsWith("Kết quả của ")).count(), said::toString);
        assertTrue(said.stream().anyMatch(one -> one.contains("SHR.1 ")), said::toString);
        assertTrue(frozen.asked().stream().allMatch(one -> !one.subject().en().equals(one.subject().vi())
                && !one.subject().de().isBlank()), () -> frozen.asked().toString());
        assertEquals(0, frozen.lateMeasures());
        assertEquals(7, frozen.soon());
    }

    private void about(String about, String column, String code) {
        sql("INSERT INTO matter (id, kind, about, " + column + ", assessment_id, restricted, agency_id, asked_by,"
                + " asked_from, asked_at, first_due_on, due_on, state, figure_percent, figure_period, version)"
                + " SELECT NEXTVAL(matter_seq), 'QUESTION', ?1, ?2, (SELECT MAX(s.id) FROM assessment s"
                + " WHERE s.agency_id = a.id), FALSE, a.id, p.id, a.id, NOW(6), ?3, ?3, 'OPEN', FALSE, '2026', 0"
                + " FROM agency a JOIN person p ON p.username = 'lanhdao' WHERE a.code = '15'", about, code,
                today.plusDays(1));
    }

    @Test
    void decisionsGoToAPersonAndTheNextMeetingShowsThemWithTheirState() {
        long first = course.prepare(today);
        course.freeze(first);
        long done = course.decide(first, decision("Kết nối hai phần mềm."));
        long open = course.decide(first, decision("Bố trí kinh phí."));
        assertEquals(List.of("canbo"), told("DECISION_TAKEN", done));
        assertEquals(2, reading.view(first).decisions().size());
        caller.actAs("canbo");
        matters.take(done, Deed.ANSWER, "Đã kết nối.", null, matters.view(done).line().version());
        caller.actAs("lanhdao");
        matters.take(done, Deed.CLOSE, "Đã xem.", null, matters.view(done).line().version());
        course.close(first);
        sql("UPDATE matter SET due_on = ?2 WHERE id = ?1", open, today.minusDays(1));
        long second = course.prepare(today);
        course.freeze(second);
        FrozenMeeting next = reading.view(second).frozen();
        assertEquals(today.toString(), next.before());
        assertEquals(List.of("DONE false", "OPEN true"),
                next.decisions().stream().map(one -> one.state() + " " + one.late()).toList());
        assertTrue(next.picked().stream().anyMatch(one -> one.target().equals(TARGET) && one.rules().contains("LATE")));
        course.close(second);
        long third = course.prepare(today);
        assertEquals(List.of("Bố trí kinh phí."),
                reading.view(third).frozen().decisions().stream().map(FrozenMeeting.Asked::words).toList(),
                "what is open of older meetings comes again");
    }

    @Test
    void leadersAndAdministratorsPrepareOthersReadAndWhoSeesNoCountrySeesNoMeeting() throws Exception {
        long id = course.prepare(today);
        for (String person : List.of("kiemtoan", "thamdinh")) {
            caller.actAs(person);
            assertEquals(List.of(), all(), "what is prepared is for those who prepare");
            refused("meeting.unknown", () -> reading.view(id));
            forbidden(() -> course.freeze(id));
            forbidden(() -> course.prepare(today));
            forbidden(() -> course.pick(id, TARGET, "Lý do"));
            forbidden(() -> course.giveUp(id));
        }
        caller.actAs("quantri");
        course.freeze(id);
        for (String person : List.of("kiemtoan", "thamdinh")) {
            caller.actAs(person);
            assertEquals(1, all().size());
            assertFalse(reading.view(id).organising());
            forbidden(() -> course.decide(id, decision("Không")));
            forbidden(() -> course.close(id));
        }
        for (String person : List.of("canbo", "lanhdao.tinh", "canbo.bo")) {
            caller.actAs(person);
            forbidden(() -> all());
            forbidden(() -> reading.view(id));
            forbidden(() -> course.decide(id, decision("Không")));
            forbidden(() -> packs.start(id, PackForm.PDF, null, Locale.forLanguageTag("vi")));
        }
        caller.actAs("phoihop");
        forbidden(() -> all());
    }

    @Test
    void atTheWrongMomentNothingHappens() throws Exception {
        long id = course.prepare(today);
        refused("meeting.one-prepared", () -> course.prepare(today));
        refused("meeting.not-now", () -> course.decide(id, decision("Sớm quá")));
        refused("meeting.not-now", () -> course.close(id));
        refused("meeting.not-frozen", () -> packs.start(id, PackForm.PDF, null, Locale.forLanguageTag("vi")));
        course.freeze(id);
        refused("meeting.not-now", () -> course.freeze(id));
        refused("meeting.not-now", () -> course.pick(id, TARGET, "Muộn rồi"));
        refused("meeting.not-now", () -> course.giveUp(id));
        course.close(id);
        refused("meeting.not-now", () -> course.decide(id, decision("Muộn rồi")));
        refused("meeting.unknown", () -> course.freeze(id + 1_000_000));
        refused("meeting.unknown", () -> reading.view(id + 1_000_000));
        assertEquals(0, number("SELECT COUNT(*) FROM matter WHERE meeting_id = ?1", id));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        refused("meeting.day-missing", () -> course.prepare(null));
        refused("meeting.day-missing", () -> course.prepare(today.minusDays(1)));
        refused("meeting.day-missing", () -> course.prepare(today.plusYears(2)));
        long id = course.prepare(today);
        assertEquals(List.of("target meeting.target-missing", "reason meeting.reason-missing"),
                faults(() -> course.pick(id, "P9-99", " ")));
        refused("meeting.not-picked", () -> course.leave(id, TARGET));
        course.pick(id, TARGET, "Một");
        course.pick(id, TARGET, "Hai");
        assertEquals(List.of(new MeetingReading.Chosen(TARGET, "Hai")), reading.view(id).picks());
        course.leave(id, TARGET);
        assertEquals(List.of(), reading.view(id).picks());
        course.freeze(id);
        assertEquals(
                List.of("person matter.person-missing", "words matter.words-missing", "due matter.due-missing"),
                faults(() -> course.decide(id,
                        new MeetingCourse.Decision(TARGET, "15", null, " ", today.minusDays(1)))));
        assertEquals(List.of("person matter.not-there"), faults(() -> course.decide(id,
                new MeetingCourse.Decision(null, "15", person("canbo.bo"), "Làm", today.plusDays(1)))));
        assertEquals(List.of("agency matter.agency-missing", "person matter.person-missing"), faults(
                () -> course.decide(id, new MeetingCourse.Decision(null, null, null, "Làm", today.plusDays(1))))
                .stream().sorted().toList());
    }

    private static List<String> faults(org.junit.jupiter.api.function.Executable deed) {
        return assertThrows(Faults.Refused.class, deed).faults().stream()
                .map(fault -> fault.field() + " " + fault.refusal().key()).toList();
    }

    @Test
    void aMeetingThatIsGivenUpLeavesOnlyTheTrail() {
        long id = course.prepare(today);
        course.pick(id, TARGET, "Một");
        course.giveUp(id);
        assertEquals(List.of(), all());
        assertEquals(1,
                number("SELECT COUNT(*) FROM change_log WHERE action = 'give-up-meeting' AND subject_id = ?1", id));
    }

    /** Somebody with the database changes what was frozen: the page says so, and no pack is made of it. */
    @Test
    void whatIsNoLongerWhatWasFrozenIsFound() {
        long id = course.prepare(today);
        course.freeze(id);
        sql("UPDATE meeting SET content = REPLACE(content, '\"status\":\"off\"', '\"status\":\"ok\"') WHERE id = ?1",
                id);
        assertFalse(reading.view(id).intact());
        assertThrows(BusinessException.Conflict.class,
                () -> packs.make(id, PackForm.PDF, null, Locale.forLanguageTag("vi")));
    }

    @Test
    void thePackIsMadeOfTheFrozenMeetingAndTheTrailKnowsTheFile() {
        long id = course.prepare(today);
        course.freeze(id);
        Locale vi = Locale.forLanguageTag("vi");
        for (PackForm form : PackForm.values()) {
            assertTrue(packs.make(id, form, null, vi).content().bytes().length > 10_000, form::name);
        }
        assertPackIsTheSameWhenMoreIsSealed(id, vi);
        assertNotEquals(packs.make(id, PackForm.PDF, null, vi).name(), packs.make(id, PackForm.PDF, "15", vi).name());
        refused("meeting.province.unknown", () -> packs.start(id, PackForm.PDF, "999", vi));
        assertEquals(7, number("SELECT COUNT(*) FROM change_log WHERE action = 'take-pack' AND subject_id = ?1", id));
    }

    private void assertPackIsTheSameWhenMoreIsSealed(long meeting, Locale language) {
        String first = told(meeting, language);
        sealing.seal(null);
        assertEquals(first, told(meeting, language));
    }

    /** The text of the pack as Word has it, which carries no moment of its making. */
    private String told(long meeting, Locale language) {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(
                packs.make(meeting, PackForm.WORD, null, language).content().bytes()));
                XWPFWordExtractor text = new XWPFWordExtractor(word)) {
            return text.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** However much was asked and decided, a meeting costs the same. */
    @Test
    void aMeetingCostsTheSameHoweverMuchWasDecided() {
        long id = course.prepare(today);
        course.freeze(id);
        reading.view(id);
        long one = used(() -> reading.view(id));
        for (int i = 0; i < 20; i++) {
            course.decide(id, decision("Việc " + i));
        }
        assertEquals(one, used(() -> reading.view(id)));
        assertTrue(one <= 8, () -> "statements: " + one);
    }

    private List<String> told(String kind, long subject) {
        entities.flush();
        @SuppressWarnings("unchecked")
        List<String> names = entities
                .createNativeQuery("SELECT p.username FROM notice n JOIN person p ON p.id = n.person_id"
                        + " WHERE n.kind = ?1 AND n.subject_id = ?2 ORDER BY p.username")
                .setParameter(1, kind)
                .setParameter(2, subject).getResultList();
        return names;
    }

    /** Meetings of many years are ordered, filtered and turned by the same number of statements, and none is left out. */
    @Test
    void manyMeetingsAreAList() {
        sql("INSERT INTO meeting (held_on, state, prepared_by, prepared_at, frozen_at, closed_at) SELECT DATE '2010-01-01'"
                + " + INTERVAL seq WEEK, IF(seq = 1, 'PREPARED', IF(seq % 2 = 0, 'FROZEN', 'CLOSED')), p.id,"
                + " UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), IF(seq % 2 = 0, NULL, UTC_TIMESTAMP(6)) FROM seq_1_to_240,"
                + " person p WHERE p.username = 'lanhdao'");
        assertEquals(240, reading.list(null, Cut.by(MeetingOrder.NEWEST)).total());
        assertEquals(120, reading.list(Meeting.State.FROZEN, Cut.by(MeetingOrder.NEWEST)).total());
        assertEquals(LocalDate.of(2010, 1, 1).plusWeeks(240), all().get(0).heldOn());
        for (MeetingOrder order : MeetingOrder.values()) {
            for (boolean descending : List.of(true, false)) {
                assertEquals(40, reading.list(null, new Cut<>(order, descending, 3, 100)).rows().stream()
                        .map(Meeting::id).distinct().count(), order.name());
            }
        }
        long few = used(() -> reading.list(null, new Cut<>(MeetingOrder.OPEN, true, 1, 25)));
        assertEquals(few, used(() -> reading.list(null, new Cut<>(MeetingOrder.OPEN, true, 1, 100))));
        caller.actAs("kiemtoan");
        assertEquals(239, reading.list(null, Cut.by(MeetingOrder.NEWEST)).total());
    }
}
