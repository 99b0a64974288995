package vn.thang.assessment.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.Assessments;
import vn.thang.organisation.people.AccountEvent;
import vn.thang.organisation.people.RoleEvent;
import vn.thang.security.Caller;

/** Sections of whoever leaves go back to the agency that gave them; what was answered stays. */
@ApplicationScoped
class SectionReturn {

    @Inject
    private Sections sections;

    @Inject
    private Assessments assessments;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<SectionEvent> events;

    void left(@Observes RoleEvent.RoleEnded event) {
        take(event.person(), false);
    }

    void closed(@Observes AccountEvent.AccountDeactivated event) {
        take(event.person(), true);
    }

    private void take(Long person, boolean all) {
        take(sections.orphaned(person, LocalDate.now(clock), all));
    }

    /** Takes back what became nobody's without a word, since a role had its last day. */
    void takeAll() {
        take(null, false);
    }

    private void take(List<Section> orphaned) {
        for (Section section : orphaned) {
            AssessmentHead head = assessments.head(section.assessmentId());
            section.end(caller.personId(), clock.instant());
            events.fire(new SectionEvent.SectionTaken(head.id(), head.agencyId(), section.dimension(), section.id()));
        }
    }
}
