package vn.thang.report.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.Shown;
import vn.thang.assessment.course.Shown.Reader;
import vn.thang.it.ContainerFixture;
import vn.thang.it.GivenMarks;
import vn.thang.platform.Texts;
import vn.thang.platform.work.Progress;
import vn.thang.report.room.Report.Format;
import vn.thang.report.room.Report.Parameter;

/**
 * Every report of the folder, taken in different states of an assessment by whoever may take it: nobody finds in it what the
 * table {@link Shown} does not show them yet, and each mark is found where it is shown, so that the test sees what it looks for.
 */
class ShownReportsIT extends ContainerFixture {

    private static final String AGENCY = "15";
    private static final Map<String, Reader> READERS = Map.of("lanhdao.tinh", Reader.AGENCY, "thamdinh",
            Reader.REVIEWER, "hoidong", Reader.PANEL, "lanhdao", Reader.OTHERS, "kiemtoan", Reader.CONTROL, "quantri",
            Reader.CONTROL);
    private static final List<AssessmentState> STATES = List.of(AssessmentState.IN_PROGRESS, AssessmentState.READY,
            AssessmentState.UNDER_REVIEW, AssessmentState.RETURNED, AssessmentState.PROVISIONAL);

    @Inject
    private ReportRoom room;

    @Inject
    private ReportMaking making;

    private GivenMarks marks() {
        return new GivenMarks(this::number, this::sql, AGENCY, "2026");
    }

    @Test
    void nobodyFindsInAReportWhatIsNotShownToThemYet() throws Exception {
        Set<String> wrong = new TreeSet<>();
        Map<Shown, Set<String>> found = new EnumMap<>(Shown.class);
        Set<String> objections = new TreeSet<>();
        for (AssessmentState state : STATES) {
            for (Map.Entry<String, Reader> reader : READERS.entrySet()) {
                again();
                marks().in(state);
                marks().told();
                look(reader.getKey(), reader.getValue(), state, false, wrong, found, objections);
            }
        }
        assertEquals(Set.of(), wrong);
        assertEquals(Set.of(Shown.values()), found.keySet(), "each mark is found where it is shown");
        assertEquals(Set.of("evidence", "objections"), objections, "the head finds the objection that is not sent");
        for (Shown told : Set.of(Shown.ANSWERS, Shown.VERDICTS, Shown.NAMES)) {
            assertTrue(found.get(told).contains("trail"), () -> "the trail tells of " + told);
        }
        assertTrue(found.get(Shown.VERDICTS).contains("evidence-pack"));
    }

    /** A second reviewer who has not finished finds nothing of what the first one said. */
    @Test
    void aSecondReviewerFindsNothingOfTheFirst() throws Exception {
        Set<String> wrong = new TreeSet<>();
        again();
        marks().in(AssessmentState.UNDER_REVIEW);
        marks().told();
        marks().reviewedAgainBy("thamdinh");
        look("thamdinh", Reader.REVIEWER, AssessmentState.UNDER_REVIEW, true, wrong, new EnumMap<>(Shown.class),
                new TreeSet<>());
        assertEquals(Set.of(), wrong);
    }

    private void look(String person, Reader reader, AssessmentState state, boolean blind, Set<String> wrong,
            Map<Shown, Set<String>> found, Set<String> objections) throws Exception {
        caller.actAs(person);
        List<Report> reports = new ArrayList<>(room.shelves().stream().flatMap(shelf -> shelf.entries().stream())
                .map(ReportRoom.Entry::report).filter(report -> report.page().isEmpty()).toList());
        for (Report report : reports) {
            boolean packed = report.formats().contains(Format.ZIP);
            if (packed && !Shown.ANSWERS.to(reader).contains(state)) {
                continue; // there is nothing to pack, which the tests of the pack see refused
            }
            if (report.national() && state != AssessmentState.UNDER_REVIEW && !report.id().equals("trail")) {
                continue; // what else is about the country is made once by each, since it takes its time
            }
            String text = text(report);
            String what = report.id() + " for " + person + " in " + state;
            for (Map.Entry<String, Shown> mark : GivenMarks.ALL.entrySet()) {
                boolean shown = mark.getValue().to(reader).contains(state)
                        && !(blind && Set.of(Shown.VERDICTS, Shown.NAMES).contains(mark.getValue()));
                if (text.contains(mark.getKey())) {
                    found.computeIfAbsent(mark.getValue(), none -> new TreeSet<>()).add(report.id());
                    if (!shown) {
                        wrong.add(what + " shows " + mark.getKey());
                    }
                }
            }
            if (text.contains(GivenMarks.OBJECTION)) {
                objections.add(report.id());
                if (reader != Reader.AGENCY) {
                    wrong.add(what + " shows " + GivenMarks.OBJECTION);
                }
            }
            if (report.id().equals("answers") && !blind) {
                boolean judged = text.lines().anyMatch(line -> line.contains("reviewer"));
                if (judged != Shown.VERDICTS.to(reader).contains(state)) {
                    wrong.add(what + (judged ? " tells" : " does not tell") + " what counts by a reviewer");
                }
            }
        }
    }

    private String text(Report report) {
        Map<String, String> parameters = new HashMap<>();
        Map<Parameter, String> values = Map.of(Parameter.ROUND, "2026", Parameter.EARLIER, "2025", Parameter.AGENCY,
                AGENCY, Parameter.SINCE, "2025-01-01");
        report.parameters().forEach(parameter -> Optional.ofNullable(values.get(parameter))
                .ifPresent(value -> parameters.put(parameter.key(), value)));
        Format format = report.formats().contains(Format.CSV) ? Format.CSV : report.formats().get(0);
        return read(making.file(new ReportRoom.Request(report.id(), parameters, format, Texts.LANGUAGES.get(0)),
                Progress.UNSEEN).content().bytes());
    }

    /** What is packed is unpacked. */
    private static String read(byte[] content) {
        if (content.length < 2 || content[0] != 'P' || content[1] != 'K') {
            return new String(content, StandardCharsets.UTF_8);
        }
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                all.append(read(zip.getInputStream(entry).readAllBytes())).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }
}
