package vn.thang.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.conduct.ending.RoundWithdrawal;
import vn.thang.data.Asked;
import vn.thang.data.round.RoundData;
import vn.thang.data.round.RoundRow;
import vn.thang.data.target.TargetData;
import vn.thang.data.target.TargetStepRow;
import vn.thang.it.ContainerFixture;
import vn.thang.matter.meeting.MeetingCourse;
import vn.thang.matter.meeting.MeetingReading;
import vn.thang.matter.pack.PackForm;
import vn.thang.matter.pack.PackMaking;
import vn.thang.platform.Texts;

/** What everybody reads, what programs read and what is taken to a meeting, while a round runs, while none does, and after one was withdrawn. */
class OpenStatesIT extends ContainerFixture {

    private static final Choice ALL = new Choice(true, true);
    private static final Locale VIETNAMESE = Texts.LANGUAGES.get(0);
    private static final String TARGET = "P1-08";
    private static final String WITHDRAWN = "đã bị thu hồi";

    @Inject
    private Opening opening;

    @Inject
    private OpenReading reading;

    @Inject
    private RoundWithdrawal withdrawal;

    @Inject
    private RoundAdministration administration;

    @Inject
    private RoundData rounds;

    @Inject
    private TargetData targets;

    @Inject
    private MeetingCourse meetings;

    @Inject
    private MeetingReading meeting;

    @Inject
    private PackMaking packs;

    @BeforeEach
    void begin() {
        role("lanhdao", "VN", "ADMINISTRATOR");
        sql("UPDATE matter SET meeting_id = NULL");
        sql("DELETE FROM meeting_exception");
        sql("DELETE FROM meeting");
        caller.actAs("quantri");
        opening.list().stream().filter(OpenPublication::open).forEach(one -> opening.close(one.round()));
    }

    private String read(String path) {
        return reading.read(new OpenReading.Question(path, "http://localhost/open/", null, 1))
                .map(answer -> new String(answer.content(), StandardCharsets.UTF_8)).orElse(null);
    }

    private Map<String, String> standings() {
        return rounds.rounds(Asked.of(Map.of())).rows().stream()
                .collect(Collectors.toMap(RoundRow::round, RoundRow::standing));
    }

    /** Periods of the values of the target, as programs read them. */
    private List<String> periods() {
        return targets.history(null, Asked.of(Map.of())).rows().stream()
                .filter(step -> step.target().equals(TARGET) && step.kind().equals("value")).map(TargetStepRow::period)
                .toList();
    }

    private String pack(long id) throws IOException {
        byte[] file = packs.make(id, PackForm.WORD, null, VIETNAMESE).content().bytes();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    private long frozenMeeting() {
        caller.actAs("lanhdao");
        long id = meetings.prepare(LocalDate.now(clock));
        meetings.freeze(id);
        caller.actAs("quantri");
        return id;
    }

    private void revoke(String round) {
        withdrawal.propose(round, administration.get(round).version(), "Sai danh mục tiêu chí");
        caller.actAs("lanhdao");
        withdrawal.confirm(round, administration.get(round).version());
        caller.actAs("quantri");
    }

    @Test
    void whileARoundRunsAndWhileNoneDoesTheLastPublishedOneIsTold() throws IOException {
        opening.open("2025", ALL);
        long id = frozenMeeting();
        String running = read("/vi/2025/");
        List<String> periods = periods();
        assertEquals(List.of("OFFICIAL", "PRELIMINARY"), List.of(standings().get("2025"), standings().get("2026")));
        assertEquals("2025", periods.get(periods.size() - 1));
        assertFalse(pack(id).contains(WITHDRAWN));
        assertNull(read("/vi/2026/"));
        assertFalse(running.contains("/2026/") || running.contains(administration.get("2026").name()),
                "a running round is nothing that is public");

        sql("UPDATE assessment_round SET state = 'PLANNED', version = version + 1 WHERE code = '2026'");
        entities.clear();
        assertEquals(running, read("/vi/2025/"));
        assertFalse(standings().containsKey("2026"));
        assertEquals(periods, periods());
        caller.actAs("lanhdao");
        assertEquals(List.of(), meeting.view(id).withdrawn());
    }

    /** 2025 is public with its history and was told in a meeting; then 2024 is withdrawn, on which the history rests. */
    @Test
    void afterARoundWasWithdrawnWhatRestsOnItIsNotPublicAndSaysSoWhereItWasKept() throws IOException {
        opening.open("2025", ALL);
        long id = frozenMeeting();
        String hash = meeting.view(id).meeting().hash();
        String history = read("/data/2025/history.csv");
        assertTrue(history.contains(TARGET) && history.contains(",2024,"), history);
        assertTrue(read("/vi/2025/targets/" + TARGET) != null && read("/data/2025/targets.sdmx.csv") != null);
        assertTrue(periods().contains("2024"));

        revoke("2024");
        for (String path : List.of("/data/2025/history.csv", "/data/2025/history.json", "/data/2025/targets.csv",
                "/data/2025/targets.json", "/data/2025/targets.sdmx.csv", "/vi/2025/targets/" + TARGET)) {
            assertNull(read(path), path);
        }
        String country = read("/vi/2025/");
        assertTrue(country.contains(WITHDRAWN) && country.contains("/agencies/"), country);
        assertFalse(country.contains("/targets/"));
        assertFalse(read("/catalogue.ttl").contains("history.csv"));
        assertNotEquals(null, read("/data/2025/results.csv"), "results of agencies do not rest on the round before");
        assertEquals("WITHDRAWN", standings().get("2024"));
        assertFalse(periods().contains("2024"));
        MeetingReading.View view = meeting.view(id);
        assertEquals(List.of("2024"), view.withdrawn().stream().map(one -> one.code()).toList());
        assertTrue(view.intact());
        assertEquals(hash, view.meeting().hash());
        assertTrue(pack(id).contains(WITHDRAWN));

        opening.open("2025", ALL);
        assertFalse(read("/vi/2025/").contains(WITHDRAWN), "made public anew it rests on what holds");
        assertTrue(read("/data/2025/history.csv").lines()
                .noneMatch(line -> line.contains(TARGET) && line.contains("value") && line.contains(",2024,")));
        assertEquals(List.of(), meeting.view(frozenMeeting()).withdrawn());
    }

    @Test
    void aRoundThatIsWithdrawnIsPublicNoMoreAndAMeetingThatToldItSaysSo() throws IOException {
        opening.open("2025", ALL);
        long id = frozenMeeting();
        revoke("2025");
        assertNull(read("/vi/2025/"));
        assertEquals("WITHDRAWN", standings().get("2025"));
        assertFalse(periods().contains("2025"));
        assertTrue(pack(id).contains(WITHDRAWN));
    }
}
