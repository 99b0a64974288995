package vn.thang.assessment.course;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.thang.assessment.course.Shown.Reader;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Reach;

/**
 * Decides what of assessments one person sees in the states that they are in, by the table {@link Shown}. It is taken from
 * the caller once, so that lists and files can decide row by row, also in a thread that knows no caller.
 *
 * @param everything  whether the application itself reads
 * @param answering   agencies whose people the person belongs to
 * @param reviewing   where the person reviews
 * @param deciding    where the person decides on objections
 * @param controlling where the person reads the trail
 * @param blind       assessments that the person reviews a second time, apart from the first reviewer, and has not finished
 */
public record CourseSight(boolean everything, Reach answering, Reach reviewing, Reach deciding, Reach controlling,
        Set<Long> blind) {

    public CourseSight {
        blind = Set.copyOf(blind);
    }

    /** Returns the sight of the caller, which knows of no second review. */
    public static CourseSight of(Caller caller) {
        return new CourseSight(caller.reach(Permission.VIEW).equals(Reach.EVERYWHERE),
                caller.reach(Permission.ANSWER), caller.reach(Permission.REVIEW), caller.reach(Permission.DECIDE),
                caller.reach(Permission.READ_TRAIL), Set.of());
    }

    /** Returns the same sight for whoever reviews these assessments a second time. */
    public CourseSight blindTo(Set<Long> assessments) {
        return new CourseSight(everything, answering, reviewing, deciding, controlling, assessments);
    }

    /** Returns the same sight for somebody to whom the agency gave sections: they are its people for this assessment. */
    public CourseSight asAgency(String path) {
        return new CourseSight(false, new Reach(List.of(path), List.of()), Reach.NOWHERE, Reach.NOWHERE, Reach.NOWHERE,
                Set.of());
    }

    /** Whether this is shown to the person of an assessment in this state. */
    public boolean shows(Shown what, long assessment, AssessmentState state, String path) {
        return everything || readers(path).stream().filter(reader -> reader != Reader.REVIEWER
                || !blind.contains(assessment) || what == Shown.ANSWERS || what == Shown.EXEMPTIONS)
                .anyMatch(reader -> what.to(reader).contains(state));
    }

    /**
     * Whether this is shown to the person of this assessment. What came back and waits for its signature again lies with the
     * reviewers all the same, who may end the review.
     */
    public boolean shows(Shown what, AssessmentHead head) {
        boolean cameBack = head.returned() && readers(head.agencyPath()).contains(Reader.REVIEWER);
        return shows(what, head.id(), cameBack ? AssessmentState.RETURNED : head.state(), head.agencyPath());
    }

    /** Whether an objection is shown to the person: to others than the people of the agency once its head has sent it. */
    public boolean showsObjection(boolean sent, String path) {
        return sent || belongsTo(path);
    }

    /** Whether the person is one of the people of the agency. */
    public boolean belongsTo(String path) {
        return everything || answering.covers(path);
    }

    /** As what the person reads of an agency; whoever belongs to it is no reviewer of it. */
    private Set<Reader> readers(String path) {
        Set<Reader> readers = EnumSet.of(Reader.OTHERS);
        if (answering.covers(path)) {
            readers.add(Reader.AGENCY);
        } else if (reviewing.covers(path)) {
            readers.add(Reader.REVIEWER);
        }
        if (deciding.covers(path)) {
            readers.add(Reader.PANEL);
        }
        if (controlling.covers(path)) {
            readers.add(Reader.CONTROL);
        }
        return readers;
    }
}
