package vn.thang.assessment.signing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.platform.web.NoticePage;

/** Who answers for submitting an assessment: a part of the pages of delegation, of stages and of the signature. */
@Named
@RequestScoped
public class SubmitterPage {

    @Inject
    private SubmitterNaming naming;

    @Inject
    private NoticePage notices;

    private AssessmentHead head;
    private SubmitterNaming.Plan plan;
    private Long person;

    /** Whether the person may name somebody for this assessment. */
    public boolean shows(AssessmentHead of) {
        head = of;
        return naming.isAllowed(of);
    }

    public SubmitterNaming.Plan getPlan() {
        if (plan == null) {
            plan = naming.plan(head.id());
        }
        return plan;
    }

    /** Name of who is named; null where nobody is. */
    public String name(AssessmentHead of) {
        return naming.named(of).map(Submitter::name).orElse(null);
    }

    /** Stays on the page, which is read again. */
    public String save() {
        boolean done = notices.attempt(() -> {
            if (person == null || person == 0) {
                naming.clear(head.id());
            } else {
                naming.name(head.id(), person);
            }
        });
        if (!done) {
            return null;
        }
        plan = null;
        person = null;
        notices.say("submitter.saved");
        return null;
    }

    public Long getPerson() {
        return person == null && getPlan().present() != null ? Long.valueOf(getPlan().present().person()) : person;
    }

    public void setPerson(Long person) {
        this.person = person;
    }
}
