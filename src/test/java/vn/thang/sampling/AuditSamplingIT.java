package vn.thang.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.core.review.ErrorSample;
import vn.thang.it.ContainerFixture;
import vn.thang.notice.NoticeFilter;
import vn.thang.notice.NoticeLine;
import vn.thang.notice.NoticeOrder;
import vn.thang.notice.list.NoticeReading;
import vn.thang.platform.BusinessException;
import vn.thang.platform.ReportRows;
import vn.thang.platform.Texts;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListFile;
import vn.thang.report.list.ListExport;
import vn.thang.security.SignIns;
import vn.thang.security.session.SignedInSession;

/** An auditor draws answers, has them judged, and reads what follows for the whole; everything is undone. */
class AuditSamplingIT extends ContainerFixture {

    @Inject
    private AuditSampling sampling;

    @Inject
    private SampleJudging judging;

    @Inject
    private ListExport export;

    @Inject
    private NoticeReading notices;

    @Inject
    private SampleCasesReport report;

    @Inject
    private SignIns signIns;

    @Inject
    private SignedInSession session;

    @BeforeEach
    void nobodyHasJudgedYet() {
        sql("DELETE FROM verdict");
        caller.actAs("kiemtoan");
    }

    @Test
    void theSizeFollowsFromConfidenceAndRateAndTheSeedDrawsTheSame() {
        long one = sampling.draw(wanted("VN", 95, 5, Division.WHOLE, "seed-1"));
        AuditSample sample = sampling.get(one).sample();
        assertEquals(ErrorSample.needed(sample.population(), 0.05, 0.95, 0), sample.size());
        assertTrue(sample.size() <= 59 && sample.size() > 50, () -> "size " + sample.size());
        assertEquals(drawn(one), drawn(sampling.draw(wanted("VN", 95, 5, Division.WHOLE, "seed-1"))));
        assertNotEquals(drawn(one), drawn(sampling.draw(wanted("VN", 95, 5, Division.WHOLE, "seed-2"))));
        assertNull(sampling.get(one).outcome());
    }

    @Test
    void theAnswersAreTakenAsAFileByWhoeverSeesTheSample() throws IOException {
        long id = sampling.draw(wanted("VN", 95, 5, Division.WHOLE, "seed-1"));
        ListFile.Asked asked = new ListFile.Asked(Map.of("id", String.valueOf(id)), Texts.LANGUAGES.get(0));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(
                export.take("audit-sample", ListExport.Form.XLSX, asked)))) {
            assertEquals(sampling.get(id).sample().size(), workbook.getSheetAt(0).getLastRowNum());
        }
        caller.actAs("lanhdao.tinh");
        forbidden(() -> export.take("audit-sample", ListExport.Form.XLSX, asked));
    }

    /** Each answer stands in the report once, of the round and the agencies that are asked for, with what was found. */
    @Test
    void theReportHoldsEveryAnswerThatWasDrawn() {
        long id = sampling.draw(wanted("VN", 95, 5, Division.WHOLE, "seed-1"));
        List<Map<String, Object>> waiting = reported("VN", id);
        assertEquals(drawn(id).size(), waiting.size());
        assertTrue(waiting.stream().allMatch(row -> "waits".equals(row.get("standing"))
                && "seed-1".equals(row.get("seed"))));
        judgeAll(id, 2);
        caller.actAs("thamdinh");
        assertEquals(sampling.get(id).sample().wrong(),
                reported("VN", id).stream().filter(row -> "wrong".equals(row.get("standing"))).count());
        List<Map<String, Object>> own = reported("15", id);
        assertTrue(own.stream().allMatch(row -> "15".equals(row.get("code"))) && own.size() < waiting.size());
        caller.actAs("canbo");
        forbidden(() -> reported("VN", id));
    }

    private List<Map<String, Object>> reported(String agency, long sample) {
        List<Map<String, Object>> rows = new ArrayList<>();
        String path = (String) entities.createNativeQuery("SELECT path FROM agency WHERE code = ?1")
                .setParameter(1, agency).getSingleResult();
        report.each(new ReportRows.Asked("2025", agency, path, null, null, Texts.LANGUAGES.get(0)), rows::add);
        return rows.stream().filter(row -> row.get("sample").equals(sample)).toList();
    }

    @Test
    void everyPartHasItsShareAndTheBoundIsTheirSum() {
        long id = sampling.draw(wanted("VN", 90, 20, Division.TYPE, "seed-1"));
        AuditSampling.Shown shown = sampling.get(id);
        assertTrue(shown.strata().size() > 1);
        assertTrue(shown.strata().stream().allMatch(part -> part.size() >= 1));
        assertEquals(shown.sample().population(),
                shown.strata().stream().mapToLong(AuditSample.Stratum::population).sum());
        judgeAll(id, 2);
        AuditSample.Outcome outcome = sampling.get(id).outcome();
        List<ErrorSample> parts = sampling.get(id).strata().stream().map(AuditSample.Stratum::sample).toList();
        assertEquals(ErrorSample.bound(parts, 0.9), outcome.bound());
        assertEquals(ErrorSample.projected(parts), outcome.projected());
        assertEquals(false, outcome.exact());
        assertTrue(sampling.draw(wanted("VN", 90, 20, Division.PROVINCE, "seed-1")) > id);
    }

    /** A part that is a province or ministry stands on the paper and in the report with its name, in the language that is read. */
    @Test
    void partsAndAgenciesBearTheirNamesInTheLanguageThatIsRead() {
        sql("UPDATE agency SET name = 'Tỉnh Thử', name_en = 'Test Province' WHERE code = '15'");
        sql("UPDATE agency SET name = 'Nước Thử', name_en = 'Test Country' WHERE parent_id IS NULL");
        long id = sampling.draw(wanted("VN", 90, 20, Division.PROVINCE, "seed-1"));
        assertTrue(cases(id).stream().anyMatch(one -> one.agency().equals("15")));
        String vietnamese = paper(id, Texts.LANGUAGES.get(0));
        assertTrue(vietnamese.contains("<th scope=\"row\">15 · Tỉnh Thử</th>"), vietnamese);
        assertTrue(vietnamese.contains("<th scope=\"row\">Tỉnh Thử</th>"), vietnamese);
        assertTrue(vietnamese.contains("Nước Thử"), vietnamese);
        String english = paper(id, Locale.ENGLISH);
        assertTrue(english.contains("<th scope=\"row\">15 · Test Province</th>"), english);
        assertTrue(english.contains("<th scope=\"row\">Test Province</th>"), english);
        assertTrue(english.contains("Test Country"), english);
        assertFalse(english.contains("Tỉnh Thử") || english.contains("Nước Thử"), english);
        assertTrue(reported("15", id).stream().allMatch(row -> "15 · Tỉnh Thử".equals(row.get("stratum"))));
        long whole = sampling.draw(wanted("VN", 90, 20, Division.WHOLE, "seed-1"));
        assertTrue(reported("VN", whole).stream().allMatch(row -> Texts.text(Texts.LANGUAGES.get(0),
                "sampling.division.WHOLE").equals(row.get("stratum"))));
        long types = sampling.draw(wanted("VN", 90, 20, Division.TYPE, "seed-1"));
        assertTrue(paper(types, Locale.ENGLISH).contains("<th scope=\"row\">"
                + Texts.text(Locale.ENGLISH, "organisation.type.province") + "</th>"));
    }

    private String paper(long id, Locale language) {
        return new WorkingPaper(sampling.get(id), cases(id), language).xhtml();
    }

    @Test
    void theBoundOfAWholeIsExactAndNothingChangesAfterwards() {
        long id = sampling.draw(wanted("VN", 95, 10, Division.WHOLE, "seed-1"));
        AuditSample sample = sampling.get(id).sample();
        judgeAll(id, 1);
        AuditSample.Outcome outcome = sampling.get(id).outcome();
        assertEquals(new ErrorSample(sample.population(), sample.size(), 1).bound(0.95), outcome.bound());
        assertTrue(outcome.exact() && !outcome.borne());
        caller.actAs("thamdinh");
        AuditSample.Case one = cases(id).getFirst();
        refused("sampling.complete", () -> judging.judge(one.id(), "1", "x"));
        caller.actAs("kiemtoan");
        byte[] paper = sampling.paper(id, Locale.forLanguageTag("vi-VN"));
        assertEquals("%PDF", new String(paper, 0, 4, StandardCharsets.US_ASCII));
        assertEquals(1,
                number("SELECT COUNT(*) FROM change_log WHERE action = 'take-working-paper' AND subject_id = ?1", id));
    }

    @Test
    void restrictedAnswersAreHiddenFromTheAuditor() {
        long id = sampling.draw(wanted("VN", 99, 1, Division.WHOLE, "seed-1"));
        List<AuditSample.Case> seen = cases(id);
        assertTrue(seen.stream().anyMatch(one -> one.criterion().startsWith("SEC.")));
        assertTrue(seen.stream().allMatch(one -> one.criterion().startsWith("SEC.") == (one.value() == null)));
        caller.actAs("thamdinh");
        assertTrue(cases(id).stream().allMatch(one -> one.value() != null));
    }

    @ParameterizedTest
    @CsvSource({"'', 95, 5, 0, sampling.purpose-missing", "x, 49, 5, 0, sampling.confidence-wrong",
            "x, 100, 5, 0, sampling.confidence-wrong", "x, 95, 0, 0, sampling.tolerable-wrong",
            "x, 95, 51, 0, sampling.tolerable-wrong", "x, NaN, 5, 0, sampling.confidence-wrong",
            "x, 95, 5, -1, sampling.allowed-wrong", "x, 95, 5, 101, sampling.allowed-wrong"})
    void whatCannotBeIsRefused(String purpose, double confidence, double tolerable, int allowed, String key) {
        refused(key, () -> sampling.draw(new AuditSampling.Wanted("2025", "VN", purpose, confidence, tolerable, allowed,
                Division.WHOLE, null)));
        refused("sample.seed", () -> sampling.draw(wanted("VN", 95, 5, Division.WHOLE, "no seed!")));
    }

    @Test
    void aJudgementNeedsAValueOfTheScaleAndAReasonAndStaysWithItsReviewer() {
        long id = sampling.draw(wanted("VN", 95, 20, Division.WHOLE, "seed-1"));
        caller.actAs("thamdinh");
        AuditSample.Case one = cases(id).getFirst();
        refused("review.level", () -> judging.judge(one.id(), "77", "x"));
        refused("review.level", () -> judging.judge(one.id(), null, "x"));
        refused("sampling.reason-missing", () -> judging.judge(one.id(), other(one), " "));
        judging.judge(one.id(), other(one), "not as it is");
        assertTrue(cases(id).getFirst().wrong());
        judging.judge(one.id(), one.value(), null);
        assertTrue(cases(id).getFirst().judged() && !cases(id).getFirst().wrong());
        role("canbo", "VN", "REVIEWER");
        sql("DELETE FROM membership WHERE role <> 'REVIEWER' AND person_id = (SELECT id FROM person WHERE username = 'canbo')");
        caller.actAs("canbo");
        forbidden(() -> judging.judge(one.id(), one.value(), null));
    }

    @Test
    void whoJudgedInTheRoundDoesNotJudgeInTheSample() {
        long id = sampling.draw(wanted("VN", 95, 20, Division.WHOLE, "seed-1"));
        caller.actAs("thamdinh");
        AuditSample.Case one = cases(id).getFirst();
        sql("INSERT INTO verdict (id, assessment_id, criterion, kind, value, given_by, given_at) SELECT NEXTVAL(verdict_seq),"
                + " ?1, ?2, 'CONFIRMED', ?3, id, UTC_TIMESTAMP(6) FROM person WHERE username = 'thamdinh'",
                one.assessment(), one.criterion(), one.value());
        forbidden(() -> judging.judge(one.id(), one.value(), null));
    }

    /** A figure that counts what is refused one by one leads nowhere. */
    @Test
    void whatWaitsForAReviewerIsWhatTheyMayJudge() {
        long id = sampling.draw(wanted("VN", 95, 5, Division.WHOLE, "seed-1"));
        List<AuditSample.Case> all = cases(id);
        judged(all.getLast().assessment(), "thamdinh");
        role("thamdinh", all.getFirst().agency(), "OFFICER");
        caller.actAs("thamdinh");
        long told = waiting(id);
        long allowed = 0;
        for (AuditSample.Case one : cases(id)) {
            try {
                judging.judge(one.id(), one.value(), null);
                allowed++;
            } catch (BusinessException.Forbidden refused) {
                assertTrue(one.agency().equals(all.getFirst().agency())
                        || one.assessment() == all.getLast().assessment(), refused::key);
            }
        }
        assertTrue(allowed > 0 && allowed <= all.size() - 2, allowed + " of " + all.size());
        assertEquals(allowed, told);
        assertEquals(0, waiting(id));
    }

    @Test
    void nothingWaitsOfASampleThatTheReviewerDoesNotSee() {
        long id = sampling.draw(wanted("VN", 95, 20, Division.WHOLE, "seed-1"));
        role("canbo.bo", "15", "REVIEWER");
        caller.actAs("canbo.bo");
        assertEquals(0, waiting(id));
        for (String person : List.of("kiemtoan", "lanhdao", "quantri", "canbo")) {
            caller.actAs(person);
            forbidden(() -> judging.waiting());
        }
    }

    /** Whoever may judge one of the answers is told, by a notice that leads to them; who judged in the round is not. */
    @Test
    void reviewersAreToldOfWhatWasDrawn() {
        role("hoidong", "VN", "REVIEWER");
        role("canbo.bo", "15", "REVIEWER");
        long first = sampling.draw(wanted("VN", 95, 20, Division.WHOLE, "seed-1"));
        assertEquals(List.of("hoidong", "thamdinh"), told(first));
        cases(first).stream().map(AuditSample.Case::assessment).distinct().forEach(one -> judged(one, "hoidong"));
        assertEquals(List.of("thamdinh"), told(sampling.draw(wanted("VN", 95, 20, Division.WHOLE, "seed-1"))));
        assertTrue(told(sampling.draw(wanted("15", 95, 20, Division.WHOLE, "seed-1"))).contains("canbo.bo"));
        caller.actAs("thamdinh");
        assertEquals("/sampling/sample.xhtml?sort=judged&id=" + first, notices.list(new NoticeFilter(null, null, true),
                Cut.whole(NoticeOrder.NEWEST, false)).rows().stream().filter(line -> line.subjectId() == first)
                .map(NoticeLine::place).findFirst().orElseThrow());
    }

    private List<?> told(long sample) {
        return entities.createNativeQuery("SELECT p.username FROM notice n JOIN person p ON p.id = n.person_id"
                + " WHERE n.kind = 'SAMPLE_DRAWN' AND n.subject_id = ?1 ORDER BY 1").setParameter(1, sample)
                .getResultList();
    }

    private long waiting(long sample) {
        return judging.waiting().stream().filter(one -> one.sample() == sample)
                .mapToLong(SampleJudging.Waiting::cases).sum();
    }

    private void judged(long assessment, String person) {
        sql("INSERT INTO verdict (id, assessment_id, criterion, kind, value, given_by, given_at) SELECT NEXTVAL(verdict_seq),"
                + " ?1, 'STR.1', 'CONFIRMED', '1', id, UTC_TIMESTAMP(6) FROM person WHERE username = ?2", assessment,
                person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"canbo", "lanhdao", "thamdinh", "quantri", "lanhdao.tinh"})
    void othersDrawNothing(String person) {
        caller.actAs(person);
        forbidden(() -> sampling.draw(wanted("VN", 95, 5, Division.WHOLE, null)));
    }

    @Test
    void othersSeeAndJudgeNothing() throws Exception {
        long id = sampling.draw(wanted("VN", 95, 20, Division.WHOLE, "seed-1"));
        long one = cases(id).getFirst().id();
        for (Executable deed : List.<Executable>of(() -> sampling.get(id), () -> cases(id),
                () -> sampling.paper(id, Locale.ENGLISH))) {
            caller.actAs("lanhdao.tinh");
            forbidden(deed);
        }
        caller.actAs("lanhdao.tinh");
        assertEquals(List.of(), sampling.list());
        for (String person : List.of("kiemtoan", "lanhdao", "quantri", "canbo")) {
            caller.actAs(person);
            forbidden(() -> judging.judge(one, "1", null));
        }
    }

    private static AuditSampling.Wanted wanted(String agency, double confidence, double tolerable, Division division,
            String seed) {
        return new AuditSampling.Wanted("2025", agency, "Kiểm toán đợt 2025", confidence, tolerable, 0, division, seed);
    }

    /** Who is shown restricted answers of a sample is told of like whoever opens the assessment; who sees none is not. */
    @Test
    void whoIsShownRestrictedAnswersIsTold() throws Exception {
        String told = "SELECT COUNT(*) FROM change_log WHERE action = 'read-restricted'";
        long before = number(told);
        long id = sampling.draw(wanted("VN", 99, 2, Division.WHOLE, "seed-1"));
        signedIn("kiemtoan");
        assertTrue(cases(id).stream().filter(one -> one.criterion().startsWith("SEC."))
                .allMatch(one -> one.value() == null));
        signedIn("thamdinh");
        long shown = cases(id).stream().filter(one -> one.criterion().startsWith("SEC."))
                .map(AuditSample.Case::assessment).distinct().count();
        cases(id);
        again();
        assertTrue(shown > 0);
        assertEquals(before + shown, number(told));
    }

    private void signedIn(String person) {
        caller.actAs(person);
        session.begin(signIns.find(person).orElseThrow(), null, "key", clock.instant());
    }

    private List<AuditSample.Case> cases(long id) {
        return sampling.cases(id, Cut.whole(CaseOrder.DRAWN, false)).rows();
    }

    private Set<String> drawn(long id) {
        return cases(id).stream().map(one -> one.agency() + "/" + one.criterion()).collect(Collectors.toSet());
    }

    private static String other(AuditSample.Case one) {
        return one.value().equals("1") ? "2" : "1";
    }

    /** The reviewer finds the first so many to be wrong and the others to be right. */
    private void judgeAll(long id, int wrong) {
        caller.actAs("thamdinh");
        int[] left = {wrong};
        cases(id).forEach(one -> judging.judge(one.id(), left[0]-- > 0 ? other(one) : one.value(), "as found"));
        caller.actAs("kiemtoan");
    }
}
