package vn.thang.assessment.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.assessment.answer.EvidenceFile;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.answer.StoredAnswers;
import vn.thang.assessment.course.AnswerLock;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.filling.AssessmentWorkflow;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.HandedInContent;
import vn.thang.assessment.workbook.WorkbookComparison.Written;
import vn.thang.assessment.workbook.WorkbookDifference.Kind;
import vn.thang.assessment.workbook.WorkbookDifference.Part;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Answering without network: a workbook goes out, comes back filled, is held against what is stored, and then taken over. */
@ApplicationScoped
@Transactional
@Requires(Permission.ANSWER)
public class WorkbookExchange {

    @Inject
    private Caller caller;

    @Inject
    private AssessmentScores scores;

    @Inject
    private AssessmentWorkflow workflow;

    @Inject
    private Assessments assessments;

    @Inject
    private StoredAnswers storedAnswers;

    @Inject
    private KeptWorkbooks workbooks;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Inject
    private Event<WorkbookEvent> events;

    /** A workbook as a file. */
    public record Download(String name, byte[] content) {
    }

    /** Whose workbooks these are, and the imports so far. */
    public record Desk(AssessmentHead head, List<WorkbookLine> applied) {
    }

    @Requires(Permission.ANSWER)
    public Desk desk(long assessmentId) {
        return new Desk(head(assessmentId), workbooks.applied(assessmentId));
    }

    /** The workbook to be filled without network, in the given language. */
    @Requires(Permission.ANSWER)
    public Download prepare(long assessmentId, Locale locale) {
        AssessmentHead head = open(assessmentId);
        byte[] content = AnswerWorkbook.write(scores.view(assessmentId), catalog.texts(head.modelRef(), locale),
                catalog.hash(head.modelRef()), locale, clock.instant());
        return new Download("thang-" + head.roundCode() + "-" + head.agencyCode() + ".xlsx", content);
    }

    /**
     * Holds a filled workbook against what is stored and keeps it for the decision. Writes no answer.
     *
     * @throws WorkbookRefused with everything that is wrong in it
     */
    @Requires(Permission.ANSWER)
    public WorkbookComparison compare(long assessmentId, String fileName, byte[] content) {
        assessments.lock(assessmentId); // two people who send files at the same instant would stop each other
        AssessmentHead head = open(assessmentId);
        FilledWorkbook filled = read(content, head);
        KeptWorkbook kept = new KeptWorkbook(assessmentId, EvidenceFile.clean(fileName), content, caller.personId(),
                clock.instant());
        workbooks.add(kept);
        return compare(kept, head, Optional.of(filled));
    }

    /** The comparison of a workbook that waits for the decision, as it is now, or of one that was applied. */
    @Requires(Permission.ANSWER)
    public WorkbookComparison compared(long workbookId) {
        KeptWorkbook kept = workbooks.get(workbookId);
        return compare(kept, head(kept.assessmentId()));
    }

    /**
     * Writes what was chosen, all of it or nothing; a workbook that was applied already stays as it was.
     *
     * @param seen     of the comparison that the person decided on
     * @param fromFile key of a cell to whether the file's content is taken; a conflict has to be among them
     */
    @Requires(Permission.ANSWER)
    public WorkbookComparison apply(long workbookId, String seen, Map<String, Boolean> fromFile) {
        KeptWorkbook kept = workbooks.lock(workbookId);
        assessments.lock(kept.assessmentId());
        AssessmentHead head = head(kept.assessmentId());
        if (kept.isApplied()) {
            return compare(kept, head);
        }
        AnswerLock.requireNone(AnswerLock.of(head));
        WorkbookComparison comparison = compare(kept, head);
        if (comparison.applied().isPresent()) {
            throw new BusinessException.Conflict("workbook.applied-before", comparison.applied().get().appliedBy());
        }
        if (!comparison.seen().equals(seen)) {
            throw new BusinessException.Conflict("workbook.changed");
        }
        List<WorkbookDifference> taken = taken(comparison, fromFile);
        workflow.answerAll(head.id(), drafts(taken, storedAnswers.of(head.id())));
        List<Written> written = taken.stream()
                .map(cell -> new Written(cell.criterion(), cell.part(), cell.system(), cell.file())).toList();
        kept.apply(written.size(), WrittenInImport.json(written), caller.personId(), clock.instant());
        events.fire(new WorkbookEvent.WorkbookImported(head.id(), head.agencyId(), written.size(), kept.sha256()));
        return compare(kept, head);
    }

    /** The file of an import, as it came. */
    @Requires(Permission.ANSWER)
    public Download kept(long workbookId) {
        KeptWorkbook kept = workbooks.get(workbookId);
        head(kept.assessmentId());
        return new Download(kept.fileName(), kept.content());
    }

    private AssessmentHead head(long assessmentId) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(Permission.ANSWER, head.agencyPath());
        return head;
    }

    private AssessmentHead open(long assessmentId) {
        AssessmentHead head = head(assessmentId);
        AnswerLock.requireNone(AnswerLock.of(head));
        return head;
    }

    private FilledWorkbook read(byte[] content, AssessmentHead head) {
        MaturityModel model = catalog.model(head.modelRef()).forAgencyType(head.agencyType());
        return AnswerWorkbookReader.read(content, head, catalog.hash(head.modelRef()), model);
    }

    private WorkbookComparison compare(KeptWorkbook kept, AssessmentHead head) {
        return compare(kept, head, Optional.empty());
    }

    /** @param known what the file says, where it has just been read */
    private WorkbookComparison compare(KeptWorkbook kept, AssessmentHead head, Optional<FilledWorkbook> known) {
        Optional<WorkbookLine> applied = workbooks.findApplied(head.id(), kept.sha256());
        if (applied.isPresent()) {
            KeptWorkbook first = applied.get().id() == kept.id() ? kept : workbooks.get(applied.get().id());
            return new WorkbookComparison(kept.id(), head, kept.fileName(), null, List.of(), "", applied,
                    WrittenInImport.of(first.written()));
        }
        FilledWorkbook filled = known.orElseGet(() -> read(kept.content(), head));
        Map<String, GivenAnswer> stored = storedAnswers.of(head.id()).stream()
                .collect(Collectors.toMap(GivenAnswer::criterion, Function.identity()));
        List<WorkbookDifference> differences = new ArrayList<>();
        StringBuilder seen = new StringBuilder();
        for (WorkbookManifest.Base base : filled.manifest().bases()) {
            FilledWorkbook.Filled cells = filled.cells().get(base.criterion());
            GivenAnswer answer = stored.get(base.criterion());
            String value = answer == null ? null : answer.value();
            String comment = answer == null ? null : FilledWorkbook.tidy(answer.comment());
            differences.add(new WorkbookDifference(base.criterion(), Part.ANSWER, base.value(), cells.value(), value,
                    cells.sheet(), cells.valueCell()));
            differences.add(
                    new WorkbookDifference(base.criterion(), Part.COMMENT, base.comment(), cells.comment(), comment,
                            cells.sheet(), cells.commentCell()));
            HandedInContent.add(seen, base.criterion(), value, comment,
                    String.valueOf(answer == null ? 0 : answer.version()));
        }
        return new WorkbookComparison(kept.id(), head, kept.fileName(), filled.manifest().made(), differences,
                EvidenceFile.sha256(seen.toString().getBytes(StandardCharsets.UTF_8)), Optional.empty(), List.of());
    }

    /** The cells whose content in the file goes into the system. */
    private static List<WorkbookDifference> taken(WorkbookComparison comparison, Map<String, Boolean> fromFile) {
        List<WorkbookDifference> taken = new ArrayList<>();
        for (WorkbookDifference cell : comparison.differences()) {
            Boolean chosen = fromFile.get(cell.key());
            if (chosen == null && cell.kind() == Kind.CONFLICT) {
                throw new BusinessException("workbook.undecided", cell.criterion());
            }
            if (cell.open() && (chosen == null ? cell.kind() == Kind.ONLY_FILE : chosen)) {
                taken.add(cell);
            }
        }
        return taken;
    }

    private static List<AssessmentWorkflow.Draft> drafts(List<WorkbookDifference> taken, List<GivenAnswer> stored) {
        Map<String, AssessmentWorkflow.Draft> drafts = new LinkedHashMap<>();
        for (WorkbookDifference cell : taken) {
            AssessmentWorkflow.Draft draft = drafts.computeIfAbsent(cell.criterion(), code -> stored.stream()
                    .filter(answer -> answer.criterion().equals(code)).findFirst()
                    .map(answer -> new AssessmentWorkflow.Draft(code, answer.value(), answer.comment(),
                            answer.version()))
                    .orElse(new AssessmentWorkflow.Draft(code, null, null, 0)));
            drafts.put(cell.criterion(), cell.part() == Part.ANSWER
                    ? new AssessmentWorkflow.Draft(draft.criterion(), cell.file(), draft.comment(), draft.seenVersion())
                    : new AssessmentWorkflow.Draft(draft.criterion(), draft.value(), cell.file(), draft.seenVersion()));
        }
        return List.copyOf(drafts.values());
    }
}
