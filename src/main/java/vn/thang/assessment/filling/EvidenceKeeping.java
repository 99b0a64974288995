package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.Evidence;
import vn.thang.assessment.answer.EvidenceFile;
import vn.thang.assessment.answer.EvidenceIntake;
import vn.thang.assessment.answer.EvidenceLink;
import vn.thang.assessment.answer.Evidences;
import vn.thang.assessment.answer.KnownEvidence;
import vn.thang.assessment.answer.EvidencePlace;
import vn.thang.assessment.course.AnswerLock;
import vn.thang.assessment.course.Assessment;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.ruling.Verdicts;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.assessment.section.FormAccess;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Attaching, dating and taking back evidence. */
@ApplicationScoped
@Transactional
@Requires(Permission.CONTRIBUTE)
public class EvidenceKeeping {

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private FormAccess access;

    @Inject
    private Evidences evidences;

    @Inject
    private Verdicts verdicts;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Inject
    private Event<ScoringEvent> events;

    @Inject
    private EvidenceIntake intake;

    /** Itself by way of the container: each call is a transaction of its own. */
    @Inject
    private EvidenceKeeping transaction;

    /** The size of the largest file that is taken. */
    @Requires(Permission.CONTRIBUTE)
    public long mostBytes() {
        return intake.mostBytes();
    }

    /**
     * Attaches a file. The scanner looks at it between two transactions.
     *
     * @return whether it is new; the same content in the same place is recognised and attached once
     */
    @Requires(Permission.CONTRIBUTE)
    @Transactional(TxType.SUPPORTS)
    public boolean attachFile(EvidencePlace place, String name, byte[] content) {
        return transaction.attach(place, scanned(place, name, content));
    }

    /** Attaches a file that the scanner has seen: the second half of it. */
    @Requires(Permission.CONTRIBUTE)
    public boolean attach(EvidencePlace place, EvidenceFile file) {
        AssessmentHead head = open(place);
        intake.requireRoom(head, file);
        boolean isNew = evidences.attach(place, file, caller.personId(), clock.instant());
        if (isNew) {
            attached(head, place, file.sha256());
        }
        return isNew;
    }

    /** @return whether it is new */
    @Requires(Permission.CONTRIBUTE)
    public boolean attachLink(EvidencePlace place, String title, String url) {
        AssessmentHead head = open(place);
        EvidenceLink link = EvidenceLink.of(title, url);
        boolean isNew = evidences.attach(place, link, caller.personId(), clock.instant());
        if (isNew) {
            attached(head, place, link.address());
        }
        return isNew;
    }

    /**
     * Uses evidence again that was attached elsewhere, in this round or an earlier one, by the same agency or one that was merged
     * into it, of which whoever answers for the whole has the evidence.
     *
     * @return whether it is new in this place
     */
    @Requires(Permission.CONTRIBUTE)
    public boolean attachAgain(EvidencePlace place, long evidenceId) {
        AssessmentHead head = open(place);
        Evidence known = evidences.get(evidenceId);
        AssessmentHead before = assessments.head(known.assessmentId());
        boolean own = before.agencyId() == head.agencyId();
        if (known.isForObjection() || !own && !(caller.can(Permission.ANSWER, head.agencyPath())
                && evidences.isFormer(before.agencyId(), head.agencyId()))) {
            throw new BusinessException.NotFound("evidence.unknown");
        }
        if (own) {
            access.check(Permission.ANSWER, before, known.criterion());
        }
        boolean isNew = evidences.attach(place, known, caller.personId(), clock.instant());
        if (isNew) {
            attached(head, place, fingerprint(known));
        }
        return isNew;
    }

    /**
     * Uses evidence of another assessment for the same criteria and levels, without looking at who may do that, and leaves out
     * what is there already; so many statements however much it is. Whoever calls it fires the event that tells of what is new.
     */
    List<ScoringEvent.Given> link(AssessmentHead head, List<AttachedEvidence> items) {
        Set<String> there = evidences.of(head.id()).stream().map(EvidenceKeeping::content)
                .collect(Collectors.toSet());
        List<AttachedEvidence> missing = items.stream().filter(item -> there.add(content(item))).toList();
        Map<Long, Evidence> known = evidences.all(missing.stream().map(AttachedEvidence::id).toList());
        evidences.addAll(missing.stream()
                .map(item -> known.get(item.id()).again(new EvidencePlace(head.id(), item.criterion(), item.level()),
                        caller.personId(), clock.instant()))
                .toList());
        return missing.stream().map(item -> given(head, item.criterion(), null,
                item.level() + " " + (item.file() ? item.sha256() : item.url()))).toList();
    }

    /** Returns a key that is equal for two pieces of evidence with one content at one level of a question. */
    private static String content(AttachedEvidence item) {
        return item.criterion() + " " + item.level() + " " + (item.file() ? item.sha256() : item.url());
    }

    /** Puts a newer version of a file in the place of the one that is there; both are kept. */
    @Requires(Permission.CONTRIBUTE)
    @Transactional(TxType.SUPPORTS)
    public void renew(long evidenceId, String name, byte[] content) {
        transaction.put(evidenceId, scanned(transaction.place(evidenceId), name, content));
    }

    /** Where evidence is attached, for whoever may see it there. */
    @Requires(Permission.CONTRIBUTE)
    public EvidencePlace place(long evidenceId) {
        Evidence evidence = evidences.get(evidenceId);
        access.check(Permission.ANSWER, assessments.head(evidence.assessmentId()), evidence.criterion());
        return evidence.place();
    }

    /** Puts a file that the scanner has seen in that place: the second half of it. */
    @Requires(Permission.CONTRIBUTE)
    public void put(long evidenceId, EvidenceFile file) {
        Evidence older = evidences.lock(evidenceId);
        EvidencePlace place = older.place();
        AssessmentHead head = open(place);
        intake.requireRoom(head, file);
        if (older.isRemoved() || !older.isFile()) {
            throw new BusinessException.NotFound("evidence.unknown");
        }
        evidences.renew(older, file, caller.personId(), clock.instant());
        events.fire(new ScoringEvent.EvidenceRenewed(head, given(head, place.criterion(),
                place.level() + " " + older.sha256(), place.level() + " " + file.sha256())));
    }

    /** Says from which day it holds and until which; null for open ends. */
    @Requires(Permission.CONTRIBUTE)
    public void hold(long evidenceId, LocalDate from, LocalDate until) {
        Evidence evidence = evidences.lock(evidenceId);
        AssessmentHead head = open(evidence.place());
        if (evidence.isRemoved()) {
            throw new BusinessException.NotFound("evidence.unknown");
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw new BusinessException("evidence.days");
        }
        evidence.holds(from, until);
        events.fire(new ScoringEvent.EvidenceDated(head, given(head, evidence.criterion(), null,
                evidence.title() + " " + from + "/" + until)));
    }

    /** What the agency attached in this and earlier rounds, each content once, for using it again; the newest first. */
    @Requires(Permission.CONTRIBUTE)
    public List<KnownEvidence> known(long assessmentId, String criterion, String words) {
        AssessmentHead head = assessments.head(assessmentId);
        access.check(Permission.ANSWER, head, criterion);
        boolean whole = caller.can(Permission.ANSWER, head.agencyPath());
        return evidences.known(head.agencyId(), whole ? null : head.id(), whole ? null : access.criteria(head), words);
    }

    @Requires(Permission.CONTRIBUTE)
    public void remove(long evidenceId) {
        Evidence evidence = evidences.lock(evidenceId);
        Assessment assessment = assessments.lock(evidence.assessmentId());
        AssessmentHead head = assessments.head(evidence.assessmentId());
        access.check(Permission.ANSWER, head, evidence.criterion());
        if (evidence.isForObjection()) {
            throw new BusinessException.NotFound("evidence.unknown");
        }
        AnswerLock.requireNone(AnswerLock.ofRemoval(verdicts.lock(head, evidence.criterion())));
        if (!evidence.isRemoved()) {
            assessment.change(clock.instant());
            evidence.remove(caller.personId(), clock.instant());
            events.fire(new ScoringEvent.EvidenceRemoved(head, given(head, evidence.criterion(),
                    evidence.place().level() + " " + fingerprint(evidence) + " " + evidence.title(), null)));
        }
    }

    /** The file as it may be kept; no connection to the database is held, and nobody waits at the assessment, for the scanner. */
    private EvidenceFile scanned(EvidencePlace place, String name, byte[] content) {
        return intake.taken(transaction.answerable(place), name, content);
    }

    /** Returns the assessment to which whoever calls may attach something there. */
    @Requires(Permission.CONTRIBUTE)
    public AssessmentHead answerable(EvidencePlace place) {
        AssessmentHead head = assessments.head(place.assessmentId());
        access.check(Permission.ANSWER, head, place.criterion());
        AnswerLock.requireNone(AnswerLock.of(head));
        return head;
    }

    private AssessmentHead open(EvidencePlace place) {
        Assessment assessment = assessments.lock(place.assessmentId());
        AssessmentHead head = assessments.head(place.assessmentId());
        access.check(Permission.ANSWER, head, place.criterion());
        AnswerLock.requireNone(verdicts.lock(head, place.criterion()));
        Criterion criterion;
        try {
            criterion = catalog.model(head.modelRef()).forAgencyType(head.agencyType()).criterion(place.criterion());
        } catch (NoSuchElementException e) {
            throw new BusinessException.NotFound("assessment.unknown-criterion", place.criterion());
        }
        if (!criterion.evidence().containsKey(place.level())) {
            throw new BusinessException("evidence.no-such-level", place.level());
        }
        assessment.change(clock.instant());
        return head;
    }

    private void attached(AssessmentHead head, EvidencePlace place, String content) {
        events.fire(new ScoringEvent.EvidenceAttached(head, given(head, place.criterion(), null,
                place.level() + " " + content)));
    }

    private static String fingerprint(Evidence evidence) {
        return evidence.isFile() ? evidence.sha256() : evidence.url();
    }

    private ScoringEvent.Given given(AssessmentHead head, String criterion, String before, String after) {
        return new ScoringEvent.Given(criterion, catalog.model(head.modelRef()).criterion(criterion).restricted(),
                before,
                after);
    }
}
