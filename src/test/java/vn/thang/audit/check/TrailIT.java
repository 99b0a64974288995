package vn.thang.audit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Shown.Reader;
import vn.thang.assessment.course.Shown;
import vn.thang.audit.ApartValue;
import vn.thang.audit.check.CheckFault;
import vn.thang.audit.check.TrailVerification;
import vn.thang.audit.check.Verified;
import vn.thang.audit.reading.TrailFilter;
import vn.thang.audit.reading.TrailOrder;
import vn.thang.audit.reading.TrailReading;
import vn.thang.audit.reading.TrailRow;
import vn.thang.audit.seal.StoredEntry;
import vn.thang.audit.seal.TrailSealing;
import vn.thang.it.ContainerFixture;
import vn.thang.it.GivenMarks;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.Sha256;
import vn.thang.platform.TrailLine;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** Whoever changes the trail behind the back of the application is found out; everything is undone. */
class TrailIT extends ContainerFixture {

    @Inject
    private TrailSealing sealing;

    @Inject
    private TrailVerification verification;

    @Inject
    private TrailReading reading;

    @Inject
    private Event<DomainEvent> events;

    @Inject
    private Jdbi jdbi;

    private long before;

    /** What other tests have written is sealed first; by its turn this test keeps the server from sealing in between. */
    @BeforeEach
    void seal() {
        sealAll();
        before = number("SELECT MAX(number) FROM trail_block");
        caller.actAs("kiemtoan");
    }

    @Test
    void everyEntryIsSealedOnceAndTheTrailIsIntact() {
        said("one", "two", "three");
        assertEquals(3, verification.verify().waiting());
        sealAll();
        assertEquals(3, number("SELECT COUNT(*) FROM trail_seal WHERE block = ?1", before + 1) - 1);
        sealAll();
        Verified verified = verification.verify();
        assertEquals(List.of(), verified.faults());
        assertTrue(verified.intact());
        assertEquals(verified.last(), verified.blocks());
        assertEquals(0, number("SELECT COUNT(*) FROM change_log e LEFT JOIN trail_seal s ON s.entry_id = e.id"
                + " WHERE s.entry_id IS NULL AND e.action <> 'verify'"));
    }

    /** Each column counts: whoever turns any of them is named with the entry. A hash without its value is found by itself too. */
    @Test
    void aChangedEntryIsNamed() {
        List<String> changes = List.of("at = at + INTERVAL 1 SECOND", "person_id = -1", "as_role = 'HEAD'",
                "as_agency_id = -1", "action = 'x'", "subject = 'x'", "subject_id = 77", "agency_id = 77",
                "details = 'x'", "details = NULL", "before_value = 'x'", "after_value = ''",
                "before_hash = REPEAT('0', 64)", "after_hash = REPEAT('0', 64)", "address_hash = REPEAT('0', 64)",
                "session_hash = REPEAT('0', 64)");
        List<String> words = IntStream.range(0, changes.size()).mapToObj(one -> "changed-" + one).toList();
        sealed(words.toArray(String[]::new));
        List<CheckFault> expected = new ArrayList<>();
        List<CheckFault> erased = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            long entry = number("SELECT id FROM change_log WHERE details = ?1 OR action = ?2",
                    "words of " + words.get(i),
                    "try-" + words.get(i));
            assertEquals(1, sql("UPDATE change_log SET " + changes.get(i) + " WHERE id = ?1", entry));
            expected.add(new CheckFault(CheckFault.Kind.ENTRY_CHANGED, before + 1, entry));
            if (changes.get(i).matches("(before|after|address)_hash.*")) {
                erased.add(new CheckFault(CheckFault.Kind.VALUE_ERASED, null, entry));
            }
        }
        List<CheckFault> found = verification.verify().faults();
        assertEquals(changes.size() + erased.size(), found.size(), found::toString);
        assertTrue(found.containsAll(expected), found::toString);
        assertTrue(found.containsAll(erased), found::toString);
    }

    @Test
    void aRemovedEntryIsNamed() {
        long entry = sealed("one", "two", "three");
        sql("DELETE FROM change_log WHERE id = ?1", entry);
        assertEquals(List.of(new CheckFault(CheckFault.Kind.ENTRY_REMOVED, before + 1, entry)),
                verification.verify().faults());
    }

    @Test
    void whoeverSealsAChangedEntryAgainIsFoundByTheRoot() {
        long entry = sealed("one", "two");
        sql("UPDATE change_log SET details = 'x' WHERE id = ?1", entry);
        sql("UPDATE trail_seal SET entry_hash = ?1 WHERE entry_id = ?2", HexFormat.of().formatHex(stored(entry).hash()),
                entry);
        assertEquals(List.of(new CheckFault(CheckFault.Kind.SEALS_CHANGED, before + 1, null)),
                verification.verify().faults());
    }

    @Test
    void aRemovedSealIsFound() {
        long entry = sealed("one", "two");
        sql("DELETE FROM trail_seal WHERE entry_id = ?1", entry);
        assertEquals(List.of(new CheckFault(CheckFault.Kind.SEALS_CHANGED, before + 1, null)),
                verification.verify().faults());
    }

    @Test
    void whoeverForgesABlockBreaksTheChain() {
        sealed("one");
        sealed("two");
        sql("UPDATE trail_block SET root = REPEAT('0', 64) WHERE number = ?1", before + 1);
        assertEquals(List.of(new CheckFault(CheckFault.Kind.BLOCK_CHANGED, before + 1, null),
                new CheckFault(CheckFault.Kind.SEALS_CHANGED, before + 1, null)), verification.verify().faults());
        sql("UPDATE trail_block SET block_hash = SHA2(CONCAT('thang-block-1 ', number, ' ',"
                + " TIMESTAMPDIFF(MICROSECOND, '1970-01-01', sealed_at), ' ', entries, ' ', root, ' ', previous_hash), 256)"
                + " WHERE number = ?1", before + 1);
        assertEquals(List.of(new CheckFault(CheckFault.Kind.SEALS_CHANGED, before + 1, null),
                new CheckFault(CheckFault.Kind.CHAIN_BROKEN, before + 2, null)), verification.verify().faults());
    }

    @Test
    void aBlockThatIsGoneIsFound() {
        long entry = sealed("one");
        sealed("two");
        sql("DELETE FROM trail_seal WHERE entry_id = ?1", entry);
        sql("DELETE FROM trail_block WHERE number = ?1", before + 1);
        assertEquals(List.of(new CheckFault(CheckFault.Kind.BLOCK_MISSING, before + 1, null)),
                verification.verify().faults());
    }

    /** A number that nobody reaches by counting ends no verification, and nothing stands before the first block. */
    @Test
    void aBlockOutOfPlaceIsFound() {
        sql("INSERT INTO trail_block (number, sealed_at, entries, root, previous_hash, block_hash)"
                + " VALUES (-1, UTC_TIMESTAMP(6), 0, '', '', ''), (4000000000000000000, UTC_TIMESTAMP(6), 0, '', '', '')");
        Verified verified = verification.verify();
        assertTrue(verified.faults().contains(new CheckFault(CheckFault.Kind.CHAIN_BROKEN, -1L, null)));
        assertTrue(verified.faults().contains(new CheckFault(CheckFault.Kind.BLOCK_MISSING, before + 1, null)));
    }

    /** The end of the chain can be cut off unseen, unless somebody outside knows it. */
    @Test
    void aChainThatWasMadeAnewDiffersFromWhatIsKnownOutside() {
        sealed("one");
        Verified known = verification.verify();
        assertTrue(verification.verify(known.last(), known.head()).intact());
        sql("DELETE FROM trail_seal WHERE block = ?1", known.last());
        sql("DELETE FROM trail_block WHERE number = ?1", known.last());
        sql("UPDATE change_log SET details = 'x' WHERE action = 'try-one'");
        assertTrue(verification.verify().intact());
        assertEquals(List.of(new CheckFault(CheckFault.Kind.NOT_AS_KNOWN, known.last(), null)),
                verification.verify(known.last(), known.head()).faults());
        sealAll();
        assertEquals(List.of(new CheckFault(CheckFault.Kind.NOT_AS_KNOWN, known.last(), null)),
                verification.verify(known.last(), known.head()).faults());
    }

    @Test
    void aHashThatIsNoneIsRefused() {
        refused("trail.known-wrong", () -> verification.verify(1L, "abc"));
        refused("trail.known-wrong", () -> verification.verify(null, "0".repeat(64)));
    }

    @Test
    void anEntryThatComesLateIsSealedInALaterBlock() {
        sealed("one");
        sql("INSERT INTO change_log (id, at, action, subject) VALUES (-7, UTC_TIMESTAMP(6) - INTERVAL 2 HOUR, 'try-late',"
                + " 'test')");
        assertEquals(List.of(new CheckFault(CheckFault.Kind.NOT_SEALED, null, -7L)), verification.verify().faults());
        sealAll();
        assertEquals(before + 2, number("SELECT block FROM trail_seal WHERE entry_id = -7"));
        assertTrue(verification.verify().intact());
    }

    /** Erasing a value breaks no block, and is found as well as another one in its place: without it nobody checks the answer. */
    @Test
    void whatIsKeptApartNeitherChangesNorGoesUnseen() {
        events.fire(new Said(List.of(new TrailLine("try-apart", "test", 1L, null, "SEC.1").hiding("1", "3"))));
        sealAll();
        long entry = number("SELECT id FROM change_log WHERE action = 'try-apart'");
        assertEquals(2, number("SELECT COUNT(*) FROM trail_value WHERE entry_id = ?1", entry));
        assertTrue(verification.verify().intact());
        sql("UPDATE trail_value SET content = '4' WHERE entry_id = ?1 AND kind = 'AFTER'", entry);
        assertEquals(List.of(new CheckFault(CheckFault.Kind.VALUE_CHANGED, null, entry)),
                verification.verify().faults());
        sql("DELETE FROM trail_value WHERE entry_id = ?1", entry);
        assertEquals(List.of(new CheckFault(CheckFault.Kind.VALUE_ERASED, null, entry)),
                verification.verify().faults());
        TrailRow row = rows(Map.of("action", "try-apart")).rows().get(0);
        assertTrue(row.apart());
        assertFalse(row.changed());
    }

    /** What went after its time is explained by the line of the trail that tells of it; what was younger then is not. */
    @ParameterizedTest
    @CsvSource({"trail-typed-name, AFTER, sign-in-failed", "trail-address, ADDRESS, try-address"})
    void whatRetentionRemovedIsExplained(String kind, String value, String action) {
        events.fire(new Said(List.of(new TrailLine(action, "person", null, null, null).hiding(null, "x"))));
        long entry = number("SELECT MAX(id) FROM change_log WHERE action = ?1", action);
        if (value.equals("ADDRESS")) {
            sql("INSERT INTO trail_value (entry_id, kind, salt, content) VALUES (?1, 'ADDRESS', 's', '10.0.0.1')",
                    entry);
            sql("UPDATE change_log SET address_hash = ?2 WHERE id = ?1", entry, ApartValue.hash("s", "10.0.0.1"));
        }
        sealAll();
        assertTrue(verification.verify().intact());
        sql("DELETE FROM trail_value WHERE entry_id = ?1 AND kind = ?2", entry, value);
        List<CheckFault> erased = List.of(new CheckFault(CheckFault.Kind.VALUE_ERASED, null, entry));
        assertEquals(erased, verification.verify().faults());
        expired(kind + " days=1 removed=1");
        assertEquals(erased, verification.verify().faults());
        expired("notice days=0 removed=1");
        assertEquals(erased, verification.verify().faults());
        expired(kind + " days=0 removed=1");
        assertTrue(verification.verify().intact());
    }

    private void expired(String details) {
        events.fire(new Said(List.of(new TrailLine("remove-expired", "retention", null, null, details))));
        sealAll();
    }

    /** The mail of auditors keeps the hash of the block that holds a publication. */
    @Test
    void auditorsAreToldOfABlockThatHoldsAPublication() {
        String count = "SELECT COUNT(*) FROM change_log WHERE action = 'tell-head'";
        long told = number(count);
        said("one");
        sealAll();
        assertEquals(told, number(count));
        events.fire(new Said(List.of(new TrailLine(TrailLine.PUBLISH, "round", 1L, null, "assessments=0"))));
        sealAll();
        assertEquals(told + 1, number(count));
    }

    @Test
    void theTrailIsFilteredAndPaged() {
        said("one", "two");
        caller.actAs("canbo");
        said("three");
        caller.actAs("kiemtoan");
        assertEquals(List.of("try-two"),
                rows(Map.of("action", "try-two")).rows().stream().map(TrailRow::action).toList());
        assertTrue(rows(Map.of("person", "canbo", "subject", "test")).rows().stream()
                .allMatch(row -> row.username().equals("canbo")));
        assertEquals(1, rows(Map.of("person", "canbo", "subject", "test")).total());
        assertEquals("OFFICER", rows(Map.of("person", "canbo", "subject", "test")).rows().get(0).role());
        assertEquals(3, rows(Map.of("subject", "test", "id", "5")).total());
        assertEquals(1, rows(Map.of("q", "words of three")).total());
        assertEquals(0, rows(Map.of("subject", "test", "until", "2020-01-01")).total());
        assertEquals(3, rows(Map.of("subject", "test", "from", "2020-01-01", "until", "2999-01-01")).total());
        long one = used(() -> rows(Map.of("subject", "test")));
        assertEquals(one, used(() -> rows(Map.of())));
        for (TrailOrder order : TrailOrder.values()) {
            for (boolean descending : new boolean[]{false, true}) {
                reading.list(TrailFilter.of(Map.of()), new Cut<>(order, descending, 1, 50));
            }
        }
    }

    /** With what was done to all answers at once, and without what was done to another one whose code begins alike. */
    @Test
    void theStoryOfOneAnswerIsWhole() {
        List<String> story = List.of("answer STR.1", "carry-over 2025 STR.2,STR.1", "attach STR.1",
                "follow-discrepancies OPENED STR.1, OPENED STR.10", "explain-discrepancy STR.1 vì sao", "submit",
                "hand-in X-1 hash", "admit", "correct STR.1 vì sao", "conclude", "write-objection STR.1 căn cứ",
                "attach-to-objection STR.1", "remove-from-objection STR.1", "object X-2 hash",
                "decide STR.1 UPHELD vì sao", "settle minutes=1", "publish-result hash",
                "judge-audit-case STR.1");
        List<String> others = List.of("answer STR.10", "correct STR.2 như STR.1", "carry-over 2025 STR.10",
                "follow-discrepancies OPENED STR.10", "remind due=2026-01-01", "read-restricted criteria=1");
        long assessment = 999_999_999;
        events.fire(new Said(Stream.concat(story.stream(), others.stream()).map(told -> told.split(" ", 2))
                .map(told -> new TrailLine(told[0], "assessment", assessment, null, told.length > 1 ? told[1] : null)
                        .changing("1", "2"))
                .toList()));
        assertEquals(story.stream().map(told -> told.split(" ")[0]).toList(),
                reading.all(TrailFilter.of(Map.of("subject", "assessment", "id", String.valueOf(assessment), "answer",
                        "STR.1")), Cut.whole(TrailOrder.TIME, false)).stream().map(TrailRow::action).toList());
    }

    /** Neither drafts nor verdicts nor who gives them are told before the table of what is shown lets auditors see them. */
    @ParameterizedTest
    @EnumSource(names = {"IN_PROGRESS", "READY", "UNDER_REVIEW", "RETURNED", "PROVISIONAL", "PUBLISHED"})
    void theTrailTellsOfAnAssessmentWhatIsShownInItsState(AssessmentState state) {
        GivenMarks marks = new GivenMarks(this::number, this::sql, "15", "2026");
        marks.in(state);
        marks.told();
        caller.actAs("kiemtoan");
        String id = String.valueOf(marks.assessment());
        TrailRow answer = rows(Map.of("subject", "assessment", "id", id, "action", "answer")).rows().get(0);
        boolean answered = Shown.ANSWERS.to(Reader.CONTROL).contains(state);
        assertEquals(answered ? "dấu-trả-lời." : null, answer.became());
        assertEquals(!answered, answer.apart());
        assertEquals("STR.1", answer.details());
        int judged = Shown.VERDICTS.to(Reader.CONTROL).contains(state) ? 1 : 0;
        assertEquals(judged, rows(Map.of("person", GivenMarks.NAME)).total());
        assertEquals(judged,
                reading.all(
                        TrailFilter.of(Map.of("q", "STR.1", "action", "correct", "subject", "assessment", "id", id)),
                        Cut.whole(TrailOrder.TIME, false)).size());
        assertEquals(judged == 0 ? List.of() : List.of("STR.1 dấu-kết-luận."),
                rows(Map.of("person", GivenMarks.NAME)).rows().stream().map(TrailRow::details).toList());
        for (String action : List.of("write-objection", "attach", "attach-to-objection")) {
            TrailRow objection = rows(Map.of("subject", "assessment", "id", id, "action", action)).rows().get(0);
            assertEquals(null, objection.became(), action);
            assertTrue(objection.apart(), action);
        }
    }

    /** What is attached to an answer that came back is no draft of an objection, though it comes after the answers were handed in. */
    @Test
    void evidenceOfAReturnedAnswerIsShown() {
        GivenMarks marks = new GivenMarks(this::number, this::sql, "15", "2026");
        marks.in(AssessmentState.RETURNED);
        sql("INSERT INTO change_log (id, at, action, subject, subject_id, details, after_value)"
                + " VALUES (NEXTVAL(change_log_seq), UTC_TIMESTAMP(6), 'attach', 'assessment', ?1, 'STR.7', '3 https://a.example'),"
                + " (NEXTVAL(change_log_seq), UTC_TIMESTAMP(6), 'attach-to-objection', 'assessment', ?1, 'STR.7',"
                + " 'https://b.example')", marks.assessment());
        caller.actAs("kiemtoan");
        String id = String.valueOf(marks.assessment());
        assertEquals("3 https://a.example", newest(id, "attach").became());
        assertEquals(null, newest(id, "attach-to-objection").became());
    }

    private TrailRow newest(String assessment, String action) {
        return rows(Map.of("subject", "assessment", "id", assessment, "action", action)).rows().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"canbo", "lanhdao", "phoihop", "thamdinh", "lanhdao.tinh"})
    void othersAreRefused(String person) throws Exception {
        for (Executable deed : List.<Executable>of(
                () -> reading.list(TrailFilter.of(Map.of()), Cut.by(TrailOrder.NEWEST)),
                () -> reading.all(TrailFilter.of(Map.of()), Cut.by(TrailOrder.NEWEST)), reading::actions,
                reading::subjects,
                reading::sealing, verification::verify, () -> verification.verify(1L, "0".repeat(64)))) {
            caller.actAs(person);
            forbidden(deed);
            again();
        }
    }

    /** The right of an auditor of a province ends at its border, and the trail is that of the country. */
    @Test
    void auditorsOfAProvinceAreRefused() {
        role("canbo", "15", "AUDITOR");
        caller.actAs("canbo");
        forbidden(verification::verify);
    }

    private Slice<TrailRow> rows(Map<String, String> asked) {
        return reading.list(TrailFilter.of(asked), Cut.by(TrailOrder.NEWEST));
    }

    private StoredEntry stored(long id) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT " + StoredEntry.COLUMNS
                + " FROM change_log e WHERE e.id = :id").bind("id", id).mapTo(StoredEntry.class).one());
    }

    /** Says something, seals it and returns the id of the first entry. */
    private long sealed(String... words) {
        said(words);
        sealAll();
        return number("SELECT MAX(id) FROM change_log WHERE action = ?1", "try-" + words[0]);
    }

    private void said(String... words) {
        events.fire(new Said(Stream.of(words).map(word -> new TrailLine("try-" + word, "test", 5L, null,
                "words of " + word).changing("1", Sha256.hex(word))).toList()));
        entities.flush();
    }

    private void sealAll() {
        entities.flush();
        var reached = sealing.seal(null);
        while (reached.isPresent()) {
            reached = sealing.seal(reached.get());
        }
    }

    /** Something that a test says. */
    record Said(List<TrailLine> trail) implements DomainEvent {
    }
}
