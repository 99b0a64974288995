package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.section.FormAccess;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Who is in a form at this moment: a form says again and again that somebody works in it, and stops when they stop. All servers
 * know it, since two people in one form may be on two of them.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.CONTRIBUTE)
public class CoWorking {

    @Inject
    private Caller caller;

    @Inject
    private FormAccess access;

    @Inject
    private Assessments assessments;

    @Inject
    private Presences presences;

    /**
     * Somebody in the form.
     *
     * @param criterion the question before them
     */
    public record Colleague(String name, String criterion) {
    }

    /** Says that the caller has the question before them, and answers who else is in the form. */
    @Requires(Permission.CONTRIBUTE)
    public List<Colleague> here(long assessmentId, String criterion) {
        access.check(Permission.ANSWER, assessments.head(assessmentId), criterion);
        presences.say(assessmentId, caller.personId(), criterion);
        return presences.others(assessmentId, caller.personId());
    }
}
