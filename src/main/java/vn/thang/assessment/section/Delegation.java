package vn.thang.assessment.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.assessment.course.AnswerLock;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Giving sections to colleagues and units below. Submitting the whole stays with the officers and the head, who answer for it. */
@ApplicationScoped
@Transactional
@Requires(Permission.HAND_IN)
public class Delegation {

    @Inject
    private Caller caller;

    @Inject
    private Assessments assessments;

    @Inject
    private Sections sections;

    @Inject
    private SectionRegister register;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Inject
    private Event<SectionEvent> events;

    /**
     * A form with what was given away of it.
     *
     * @param lines      how far each dimension is, in model order
     * @param given      what was given, now and before, in the order of giving
     * @param colleagues people, and units, that a section can be given to
     */
    public record Plan(AssessmentHead head, List<SectionLine> lines, List<GivenSection> given,
            List<Candidate> colleagues, List<Candidate> units) {
    }

    @Requires(Permission.HAND_IN)
    public Plan plan(long assessmentId) {
        AssessmentHead head = head(assessmentId);
        Set<String> settled = sections.settled(List.of(assessmentId)).getOrDefault(assessmentId, Set.of());
        return new Plan(head,
                model(head).dimensions().stream().map(dimension -> line(head, dimension, settled, null)).toList(),
                register.of(assessmentId, model(head)), sections.colleagues(head.agencyId(), today()),
                sections.units(head.agencyId(), today()));
    }

    @Requires(Permission.HAND_IN)
    public void giveToPerson(long assessmentId, String dimension, long person) {
        AssessmentHead head = givable(assessmentId, dimension);
        Candidate to = among(sections.colleagues(head.agencyId(), today()), person);
        give(head, new Section(assessmentId, dimension, to.id(), null, caller.personId(), clock.instant()), to);
    }

    @Requires(Permission.HAND_IN)
    public void giveToUnit(long assessmentId, String dimension, long unit) {
        AssessmentHead head = givable(assessmentId, dimension);
        Candidate to = among(sections.units(head.agencyId(), today()), unit);
        if (Sections.isRestricted(model(head), dimension)) {
            throw new BusinessException("section.restricted-inside", to.name());
        }
        give(head, new Section(assessmentId, dimension, null, to.id(), caller.personId(), clock.instant()), to);
    }

    private void give(AssessmentHead head, Section section, Candidate to) {
        if (sections.isGiven(section)) {
            throw new BusinessException("section.given-already", to.name());
        }
        sections.add(section);
        events.fire(new SectionEvent.SectionGiven(head.id(), head.agencyId(), section.dimension(), section.id()));
    }

    /** Takes it back; what was answered stays. */
    @Requires(Permission.HAND_IN)
    public void takeBack(long sectionId) {
        Section section = sections.get(sectionId);
        AssessmentHead head = head(section.assessmentId());
        if (!section.isEnded()) {
            section.end(caller.personId(), clock.instant());
            events.fire(new SectionEvent.SectionTaken(head.id(), head.agencyId(), section.dimension(), section.id()));
        }
    }

    /** What was given to the caller, in rounds that run. */
    @Requires(Permission.CONTRIBUTE)
    public List<SectionLine> mine() {
        if (caller.personId() == null) {
            return List.of();
        }
        List<Sections.Held> given = sections.of(caller.personId(), today());
        List<Long> ids = given.stream().map(Sections.Held::assessment).distinct().toList();
        Map<Long, Set<String>> settled = sections.settled(ids);
        Map<Long, AssessmentHead> heads = assessments.heads(ids).stream()
                .collect(Collectors.toMap(AssessmentHead::id, Function.identity()));
        return given.stream()
                .map(one -> !catalog.isReadable(heads.get(one.assessment()).modelRef())
                        ? new SectionLine(heads.get(one.assessment()), one.dimension(), 0, 0, one.finishedAt())
                        : line(heads.get(one.assessment()), dimension(heads.get(one.assessment()), one.dimension()),
                                settled.getOrDefault(one.assessment(), Set.of()), one.finishedAt()))
                .toList();
    }

    /** Hands a section back as finished, for the register of whoever gave it; until it is taken back it can still be changed. */
    @Requires(Permission.CONTRIBUTE)
    public void finish(long assessmentId, String dimension) {
        AssessmentHead head = assessments.head(assessmentId);
        List<Section> held = caller.personId() == null ? List.of()
                : sections.held(assessmentId, dimension, caller.personId(), today());
        if (held.isEmpty()) {
            throw new BusinessException.Forbidden("security.forbidden");
        }
        AnswerLock.requireNone(AnswerLock.of(head));
        SectionLine line = line(head, dimension(head, dimension),
                sections.settled(List.of(assessmentId)).getOrDefault(assessmentId, Set.of()), null);
        if (!line.done()) {
            throw new BusinessException("section.unanswered", line.applicable() - line.settled());
        }
        for (Section section : held) {
            section.finish(caller.personId(), clock.instant());
            events.fire(new SectionEvent.SectionFinished(assessmentId, head.agencyId(), dimension, section.id()));
        }
    }

    private static SectionLine line(AssessmentHead head, Dimension dimension, Set<String> settled, Instant finishedAt) {
        Set<String> criteria = MaturityModel.criteriaBelow(dimension).keySet();
        return new SectionLine(head, dimension.code(), (int) criteria.stream().filter(settled::contains).count(),
                criteria.size(), finishedAt);
    }

    private Dimension dimension(AssessmentHead head, String code) {
        return model(head).dimensions().stream().filter(dimension -> dimension.code().equals(code)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("section.unknown"));
    }

    private AssessmentHead givable(long assessmentId, String code) {
        AssessmentHead head = head(assessmentId);
        AnswerLock.requireNone(AnswerLock.of(head));
        dimension(head, code);
        return head;
    }

    private static Candidate among(List<Candidate> candidates, long id) {
        return candidates.stream().filter(one -> one.id() == id).findFirst()
                .orElseThrow(() -> new BusinessException("section.to"));
    }

    private AssessmentHead head(long assessmentId) {
        AssessmentHead head = assessments.head(assessmentId);
        caller.check(Permission.HAND_IN, head.agencyPath());
        return head;
    }

    private MaturityModel model(AssessmentHead head) {
        return catalog.model(head.modelRef()).forAgencyType(head.agencyType());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
