package vn.thang.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.matter.asking.Asking;
import vn.thang.matter.register.MatterCourse;
import vn.thang.matter.register.MatterFilter;
import vn.thang.matter.register.MatterLine;
import vn.thang.matter.register.MatterOrder;
import vn.thang.matter.register.MatterRegister;
import vn.thang.platform.list.Cut;

/** Who gets a copy of what is asked: whoever may read it, and nobody else; everything is undone. */
class CopiesIT extends ContainerFixture {

    @Inject
    private Asking asking;

    @Inject
    private MatterCourse course;

    @Inject
    private MatterRegister register;

    private LocalDate today;
    private long result;

    @BeforeEach
    void begin() {
        today = LocalDate.now(clock);
        result = number("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                + " JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2025' AND a.code = '15'");
        onlyTheseAt("15", "canbo", "phoihop", "lanhdao.tinh");
        caller.actAs("lanhdao");
    }

    @Test
    void whoGetsACopyIsToldOfTheQuestionTheAnswerAndTheEnd() {
        long id = ask(AskedFigure.ofTarget("P1-08"), "canbo", "kiemtoan", "canbo", "lanhdao.tinh");
        assertEquals(List.of("canbo"), told("MATTER_ASKED", id));
        assertEquals(List.of("kiemtoan", "lanhdao.tinh"), told("MATTER_COPIED", id), "whoever is asked needs none");
        assertEquals(2, course.view(id).copies().size());
        take("canbo", id, Deed.ANSWER, "Do thiếu máy chủ.");
        assertEquals(List.of("kiemtoan", "lanhdao.tinh"), told("MATTER_ANSWER_COPIED", id));
        take("lanhdao", id, Deed.ACCEPT, null);
        assertEquals(List.of("canbo", "kiemtoan", "lanhdao.tinh"), told("MATTER_ACCEPTED", id));
        caller.actAs("kiemtoan");
        assertEquals(List.of(id), copied());
        caller.actAs("thamdinh");
        assertEquals(List.of(), copied());
    }

    /** Where all who answer for the agency are asked, none of them needs a copy. */
    @Test
    void allWhoAreAskedNeedNone() {
        long id = ask(AskedFigure.ofTarget("P1-08"), null, "canbo", "lanhdao.tinh");
        assertEquals(List.of(), told("MATTER_COPIED", id));
        assertEquals(List.of("canbo", "lanhdao.tinh"), told("MATTER_ASKED", id));
    }

    @Test
    void whoMayNotReadItGetsNone() {
        for (String person : List.of("canbo.bo", "phoihop", "lanhdao")) {
            refused("matter.copies-wrong", () -> ask(AskedFigure.ofTarget("P1-08"), null, person));
        }
        refused("matter.copies-wrong", () -> asking.ask(question(AskedFigure.ofTarget("P1-08"), null, List.of(-1L))));
        refused("matter.copies-many", () -> asking.ask(question(AskedFigure.ofTarget("P1-08"), null,
                LongStream.rangeClosed(1, 31).boxed().toList())));
        assertEquals(0, number("SELECT COUNT(*) FROM matter"));
        sql("UPDATE membership SET valid_to = ?1 WHERE person_id = ?2", today.minusDays(1), person("kiemtoan"));
        refused("matter.copies-wrong", () -> ask(AskedFigure.ofTarget("P1-08"), null, "kiemtoan"));
    }

    /** A copy of what is about restricted answers goes only to those who may read these. */
    @Test
    void copiesOfTheRestrictedStayWithThoseWhoMayReadIt() {
        caller.actAs("lanhdao.tinh");
        AskedFigure restricted = AskedFigure.ofResult(result, "SEC.1");
        for (String person : List.of("lanhdao", "kiemtoan", "quantri")) {
            refused("matter.copies-wrong", () -> ask(restricted, "canbo", person));
        }
        List<Long> readers = asking.readers(restricted, null).stream().map(CopyReader::id).toList();
        assertTrue(readers.containsAll(List.of(person("canbo"), person("thamdinh"), person("hoidong"))));
        assertFalse(readers.contains(person("lanhdao")));
        long id = ask(restricted, "canbo", "thamdinh");
        assertEquals(List.of("thamdinh"), told("MATTER_COPIED", id));
    }

    @Test
    void whoMayNotAskIsShownNobody() {
        for (String person : List.of("canbo", "thamdinh", "hoidong", "phoihop")) {
            caller.actAs(person);
            forbidden(() -> asking.readers(AskedFigure.ofTarget("P1-08"), "15"));
        }
        caller.actAs("lanhdao.tinh");
        forbidden(() -> asking.readers(AskedFigure.ofTarget("P1-08"), "48"));
    }

    private long ask(AskedFigure figure, String asked, String... copies) {
        long id = asking.ask(question(figure, asked, Stream.of(copies).map(this::person).toList()));
        entities.flush();
        return id;
    }

    private Asking.Question question(AskedFigure figure, String asked, List<Long> copies) {
        return new Asking.Question(Matter.Kind.QUESTION, figure, figure.assessment() == null ? "15" : null,
                asked == null ? null : person(asked), copies, "Vì sao?", today.plusDays(7));
    }

    private void take(String username, long id, Deed deed, String words) {
        caller.actAs(username);
        course.take(id, deed, words, null, course.view(id).line().version());
        entities.flush();
    }

    private List<Long> copied() {
        return register.page(MatterFilter.of(Map.of("my", "copied", "state", "all")), Cut.by(MatterOrder.NEXT)).rows()
                .stream().map(MatterLine::id).toList();
    }

    private long person(String username) {
        return number("SELECT id FROM person WHERE username = ?1", username);
    }

    @SuppressWarnings("unchecked")
    private List<String> told(String kind, long id) {
        return entities.createNativeQuery("SELECT p.username FROM notice n JOIN person p ON p.id = n.person_id"
                + " WHERE n.kind = ?1 AND n.subject = 'matter' AND n.subject_id = ?2 ORDER BY 1").setParameter(1, kind)
                .setParameter(2, id).getResultList();
    }
}
