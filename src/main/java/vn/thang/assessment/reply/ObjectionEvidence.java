package vn.thang.assessment.reply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import vn.thang.assessment.answer.Evidence;
import vn.thang.assessment.answer.EvidenceFile;
import vn.thang.assessment.answer.EvidenceIntake;
import vn.thang.assessment.answer.EvidenceLink;
import vn.thang.assessment.answer.Evidences;
import vn.thang.assessment.answer.EvidencePlace;
import vn.thang.assessment.course.AnswerLock;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.assessment.section.FormAccess;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.catalog.Catalog;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Attaching evidence to an objection, and taking it back, as long as the objection can be changed. No score rests on it. */
@ApplicationScoped
@Transactional
@Requires(Permission.ANSWER)
public class ObjectionEvidence {

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private FormAccess access;

    @Inject
    private RightOfReply reply;

    @Inject
    private EvidenceIntake intake;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private ObjectionEvidence transaction;

    @Inject
    private Evidences evidences;

    @Inject
    private Verdicts verdicts;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReplyEvent> events;

    /**
     * Attaches a file. The scanner looks at it between two transactions.
     *
     * @return whether it is new; the same content is recognised and attached once
     */
    @Requires(Permission.ANSWER)
    @Transactional(TxType.SUPPORTS)
    public boolean attachFile(long assessmentId, String criterion, String name, byte[] content) {
        EvidenceFile file = intake.taken(transaction.addable(assessmentId, criterion), name, content);
        return transaction.attach(assessmentId, criterion, file);
    }

    /** Attaches a file that the scanner has seen: the second half of it. */
    @Requires(Permission.ANSWER)
    public boolean attach(long assessmentId, String criterion, EvidenceFile file) {
        AssessmentHead head = addable(assessmentId, criterion);
        intake.requireRoom(head, file);
        boolean isNew = evidences.attach(EvidencePlace.ofObjection(assessmentId, criterion), file, caller.personId(),
                clock.instant());
        if (isNew) {
            attached(head, criterion, file.sha256());
        }
        return isNew;
    }

    /** @return whether it is new */
    @Requires(Permission.ANSWER)
    public boolean attachLink(long assessmentId, String criterion, String title, String url) {
        AssessmentHead head = addable(assessmentId, criterion);
        EvidenceLink link = EvidenceLink.of(title, url);
        boolean isNew = evidences.attach(EvidencePlace.ofObjection(assessmentId, criterion), link, caller.personId(),
                clock.instant());
        if (isNew) {
            attached(head, criterion, link.address());
        }
        return isNew;
    }

    @Requires(Permission.ANSWER)
    public void remove(long evidenceId) {
        Evidence evidence = evidences.lock(evidenceId);
        AssessmentHead head = open(evidence.assessmentId(), evidence.criterion());
        if (!evidence.isForObjection()) {
            throw new BusinessException.NotFound("evidence.unknown");
        }
        if (!evidence.isRemoved()) {
            evidence.remove(caller.personId(), clock.instant());
            events.fire(new ReplyEvent.ObjectionEvidenceRemoved(head.id(), head.agencyId(), given(head,
                    evidence.criterion(), (evidence.isFile() ? evidence.sha256() : evidence.url()) + " "
                            + evidence.title(),
                    null)));
        }
    }

    /** Returns the assessment in which whoever calls may add evidence to their objection to this criterion. */
    @Requires(Permission.ANSWER)
    public AssessmentHead addable(long assessmentId, String criterion) {
        AssessmentHead head = open(assessmentId, criterion);
        AnswerLock.requireNotExempt(criterion, verdicts.rulings(assessmentId).exempt().contains(criterion));
        return head;
    }

    /** @throws BusinessException when there is no objection to this criterion that can still be changed by the person */
    private AssessmentHead open(long assessmentId, String criterion) {
        assessments.lock(assessmentId);
        AssessmentHead head = assessments.head(assessmentId);
        access.check(Permission.ANSWER, head, criterion);
        reply.requireObjection(assessmentId, criterion);
        return head;
    }

    private void attached(AssessmentHead head, String criterion, String content) {
        events.fire(new ReplyEvent.ObjectionEvidenceAttached(head.id(), head.agencyId(),
                given(head, criterion, null, content)));
    }

    private ScoringEvent.Given given(AssessmentHead head, String criterion, String before, String after) {
        return new ScoringEvent.Given(criterion, catalog.model(head.modelRef()).criterion(criterion).restricted(),
                before,
                after);
    }
}
