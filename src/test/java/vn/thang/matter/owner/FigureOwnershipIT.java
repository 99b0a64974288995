package vn.thang.matter.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.it.ContainerFixture;
import vn.thang.matter.meeting.FrozenMeeting;
import vn.thang.matter.meeting.MeetingReading;
import vn.thang.matter.meeting.MeetingTexts;
import vn.thang.platform.Faults;

/** Who owns a target or an indicator, and what the owner says of it; everything is undone. */
class FigureOwnershipIT extends ContainerFixture {

    private static final OwnedFigure TARGET = OwnedFigure.ofTarget("P1-08");
    private static final OwnedFigure INDICATOR = OwnedFigure.ofIndicator("systems_connected");

    @Inject
    private FigureOwnership ownership;

    @Inject
    private MeetingReading meetings;

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    private LocalDate today;

    @BeforeEach
    void begin() {
        today = LocalDate.now(clock);
        caller.actAs("lanhdao");
    }

    @Test
    void theOwnerIsNamedFromADayAndWritesDatedWords() {
        assertNull(ownership.view(TARGET).owner());
        ownership.name(TARGET, "BTP", person("canbo.bo"), today);
        assertEquals(List.of("Lê Quang Dũng", today),
                List.of(ownership.view(TARGET).owner().fullName(), ownership.view(TARGET).owner().validFrom()));
        assertEquals(1, number("SELECT COUNT(*) FROM notice n JOIN person p ON p.id = n.person_id"
                + " WHERE p.username = 'canbo.bo' AND n.kind = 'TARGET_OWNED' AND n.detail = ?1", TARGET.code()));
        caller.actAs("canbo.bo");
        assertTrue(ownership.view(TARGET).owned());
        ownership.write(TARGET, new FigureOwnership.Said("Thiếu kết nối.", null, "Kinh phí."));
        ownership.write(TARGET, new FigureOwnership.Said(null, "Kịp trong quý này.", " "));
        List<FigureOwnership.Word> words = ownership.view(TARGET).words();
        assertEquals(List.of("Kịp trong quý này.", "Thiếu kết nối."),
                List.of(words.get(0).outlook(), words.get(1).cause()));
        assertNull(words.get(0).needed());
        assertNotNull(words.get(0).figure().status());
        caller.actAs("canbo");
        assertEquals(2, ownership.page(TARGET).words().size(), "whoever sees the figure reads what is said of it");
    }

    /** An indicator has an owner of its own, who writes beside how many report it. */
    @Test
    void anIndicatorHasAnOwnerAndWords() {
        ownership.name(INDICATOR, "BTP", person("canbo.bo"), today);
        assertNull(ownership.view(TARGET).owner());
        assertNull(ownership.view(OwnedFigure.ofIndicator("papers_once_only")).owner());
        assertEquals(1, number("SELECT COUNT(*) FROM notice n JOIN person p ON p.id = n.person_id"
                + " WHERE p.username = 'canbo.bo' AND n.kind = 'INDICATOR_OWNED' AND n.detail = ?1",
                INDICATOR.code()));
        caller.actAs("canbo");
        forbidden(() -> ownership.write(INDICATOR, new FigureOwnership.Said("Không", null, null)));
        caller.actAs("canbo.bo");
        forbidden(() -> ownership.write(TARGET, new FigureOwnership.Said("Không", null, null)));
        ownership.write(INDICATOR, new FigureOwnership.Said("Nguồn gửi chậm.", null, null));
        caller.actAs("lanhdao.tinh");
        FigureOwnership.Word word = ownership.page(INDICATOR).words().get(0);
        assertEquals(List.of("Nguồn gửi chậm.", INDICATOR.code()), List.of(word.cause(), word.figure().indicator()));
        assertTrue(word.figure().wanted().signum() > 0);
        assertEquals(List.of(), ownership.view(TARGET).words());
        forbidden(() -> ownership.name(INDICATOR, "15", person("canbo"), today));
        caller.actAs("lanhdao");
        refused("reading.fault.indicator",
                () -> ownership.name(OwnedFigure.ofIndicator("no_such"), "15", person("canbo"), today));
    }

    @Test
    void anotherOwnerBeginsOnTheirDayAndNothingIsOverwritten() {
        ownership.name(TARGET, "BTP", person("canbo.bo"), today);
        ownership.name(TARGET, "15", person("canbo"), today.plusDays(3));
        assertEquals("Lê Quang Dũng", ownership.view(TARGET).owner().fullName());
        sql("UPDATE target_owner SET valid_from = ?1 WHERE agency_id = (SELECT id FROM agency WHERE code = '15')",
                today);
        assertEquals("Nguyễn Thị Minh", ownership.view(TARGET).owner().fullName());
        assertEquals(2, number("SELECT COUNT(*) FROM target_owner WHERE target = ?1", TARGET.code()));
        caller.actAs("canbo.bo");
        forbidden(() -> ownership.write(TARGET, new FigureOwnership.Said("Không", null, null)));
    }

    /** A day that is to come is shown with whoever owns the figure from then on; of several it is the next, as it was named last. */
    @Test
    void whoWillOwnItIsShownBeforeTheirDay() {
        ownership.name(TARGET, "15", person("canbo"), today.plusDays(9));
        ownership.name(TARGET, "15", person("canbo"), today.plusDays(3));
        ownership.name(TARGET, "BTP", person("canbo.bo"), today.plusDays(3));
        FigureOwnership.View view = ownership.view(TARGET);
        assertNull(view.owner());
        assertEquals(List.of("Lê Quang Dũng", today.plusDays(3)),
                List.of(view.next().fullName(), view.next().validFrom()));
        caller.actAs("canbo.bo");
        assertFalse(ownership.view(TARGET).owned());
        forbidden(() -> ownership.write(TARGET, new FigureOwnership.Said("Không", null, null)));
        caller.actAs("lanhdao");
        ownership.name(TARGET, "15", person("canbo"), today);
        assertEquals(List.of("Nguyễn Thị Minh", "Lê Quang Dũng"),
                List.of(ownership.view(TARGET).owner().fullName(), ownership.view(TARGET).next().fullName()));
        assertNull(ownership.view(INDICATOR).next());
    }

    /** An agency as a whole owns a figure: all who answer for it are told and write, whoever they are on that day. */
    @Test
    void anAgencyOwnsAFigureAsAWhole() {
        onlyTheseAt("15", "canbo", "phoihop", "lanhdao.tinh");
        ownership.name(TARGET, "15", null, today);
        FigureOwnership.Owner owner = ownership.view(TARGET).owner();
        assertNull(owner.person());
        assertNull(owner.fullName());
        assertEquals("15", owner.agencyCode());
        assertEquals(2, number("SELECT COUNT(*) FROM notice n JOIN person p ON p.id = n.person_id WHERE"
                + " n.kind = 'TARGET_OWNED' AND n.detail = ?1 AND p.username IN ('canbo', 'lanhdao.tinh')",
                TARGET.code()));
        assertEquals(2, number("SELECT COUNT(*) FROM notice WHERE kind = 'TARGET_OWNED'"));
        for (String person : List.of("canbo", "lanhdao.tinh")) {
            caller.actAs(person);
            assertTrue(ownership.view(TARGET).owned());
            ownership.write(TARGET, new FigureOwnership.Said(person, null, null));
        }
        for (String person : List.of("phoihop", "canbo.bo", "lanhdao", "quantri", "thamdinh")) {
            caller.actAs(person);
            forbidden(() -> ownership.write(TARGET, new FigureOwnership.Said("Không", null, null)));
        }
        role("canbo.bo", "15", "OFFICER");
        caller.actAs("canbo.bo");
        ownership.write(TARGET, new FigureOwnership.Said("Đã nhận.", null, null));
        assertEquals(List.of("Đã nhận.", "lanhdao.tinh", "canbo"),
                ownership.view(TARGET).words().stream().map(FigureOwnership.Word::cause).toList());
    }

    /** Meetings name an agency that owns a target without any person. */
    @Test
    void meetingsNameTheAgencyThatOwnsATarget() {
        ownership.name(TARGET, "BTP", null, today);
        FrozenMeeting.Owner owner = meetings.owners().get(TARGET.code());
        assertNull(owner.fullName());
        RoundSelection selection = rounds.rounds(null).orElseThrow();
        FrozenMeeting meeting = meetings.now(selection, targets.verdict(selection).lines());
        assertEquals(owner.name(), new MeetingTexts(meeting, Locale.of("vi")).owner(TARGET.code()));
    }

    @Test
    void anAgencyForWhichNobodyAnswersOwnsNothing() {
        anAgency("XA1").below("15").answeredBy("phoihop");
        onlyTheseAt("XA1");
        refused("matter.owner-missing", () -> ownership.name(TARGET, "XA1", null, today));
    }

    @Test
    void othersNeitherNameNorWrite() {
        for (String person : List.of("canbo", "lanhdao.tinh", "kiemtoan", "thamdinh", "hoidong", "phoihop")) {
            caller.actAs(person);
            forbidden(() -> ownership.name(TARGET, "15", person("canbo"), today));
            forbidden(() -> ownership.name(TARGET, "15", null, today));
            forbidden(() -> ownership.candidates("15"));
        }
        caller.actAs("quantri");
        ownership.name(TARGET, "15", person("canbo"), today);
        for (String person : List.of("lanhdao.tinh", "canbo.bo", "lanhdao", "quantri")) {
            caller.actAs(person);
            assertFalse(ownership.view(TARGET).owned());
            forbidden(() -> ownership.write(TARGET, new FigureOwnership.Said("Không", null, null)));
        }
        sql("UPDATE membership SET valid_to = ?1 WHERE person_id = ?2", today.minusDays(1), person("canbo"));
        caller.actAs("canbo");
        forbidden(() -> ownership.write(TARGET, new FigureOwnership.Said("Không", null, null)));
    }

    @Test
    void whatIsWrongIsSaidAtOnce() {
        Faults.Refused refused = assertThrows(Faults.Refused.class,
                () -> ownership.name(TARGET, "15", person("canbo.bo"), today.minusDays(1)));
        assertEquals(List.of("person", "from"), refused.faults().stream().map(Faults.Fault::field).toList());
        refused("target.unknown", () -> ownership.name(OwnedFigure.ofTarget("P9-99"), "15", person("canbo"), today));
        refused("target.unknown", () -> ownership.page(OwnedFigure.ofTarget("P9-99")));
        refused("matter.agency-missing", () -> ownership.name(TARGET, null, null, today));
        ownership.name(TARGET, "15", person("canbo"), today);
        caller.actAs("canbo");
        refused("matter.word-missing", () -> ownership.write(TARGET, new FigureOwnership.Said(null, " ", null)));
        refused("matter.word-missing",
                () -> ownership.write(TARGET, new FigureOwnership.Said("a".repeat(2_001), null, null)));
    }

    private long person(String username) {
        return number("SELECT id FROM person WHERE username = ?1", username);
    }
}
