package vn.thang.assessment.review;

import jakarta.faces.event.AjaxBehaviorEvent;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** What reviewers have to look at, and who of them does. */
@Named
@ViewScoped
public class QueuePage extends ListPage<QueueLine, QueueOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private AssessmentReview review;

    @Inject
    private CompletenessCheck check;

    @Inject
    private CaseAssignment assignment;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private String reviewer;
    private Long complete;
    private transient List<AssignedReviews.Reviewer> reviewers;

    @Override
    protected List<String> filters() {
        return List.of("q", "state", "mark", "above", "type", "reviewer");
    }

    @Override
    protected QueueOrder[] orders() {
        return QueueOrder.values();
    }

    @Override
    protected Slice<QueueLine> cut(Cut<QueueOrder> cut) {
        return review.queue(filter(), cut);
    }

    @Override
    protected Object key(QueueLine line) {
        return line.assessment();
    }

    @Override
    public void fromStart(AjaxBehaviorEvent event) {
        super.fromStart(event);
        complete = null;
    }

    private QueueFilter filter() {
        return check.filter(getAsked());
    }

    /** Begins to admit everything that the page counted before, and leads to the page that shows how far that is. */
    public String admitComplete() {
        long[] work = {0};
        complete = null;
        return notices.attempt(() -> work[0] = check.startAdmitting(getAsked()))
                ? "/work/work?faces-redirect=true&id=" + work[0] : null;
    }

    /** Gives the chosen cases to the reviewer who was chosen, or takes them back from whoever has them. */
    public void assign() {
        Long to = reviewer == null || reviewer.isBlank() ? null : Long.valueOf(reviewer);
        int cases = getSelected().size();
        if (notices.attempt(() -> assignment.assign(
                getSelected().stream().map(QueueLine::assessment).collect(Collectors.toSet()), to))) {
            notices.say(to == null ? "review.assign.taken-back" : "review.assign.done", cases);
            getSelected().clear();
        }
    }

    public QueueMark[] getMarks() {
        return QueueMark.values();
    }

    /** Counts what has nothing missing, for whoever asks: it looks into every answer of the filter, which no other look does. */
    public void findComplete() {
        complete = check.countComplete(filter());
        if (complete == 0) {
            notices.say("completeness.none-left");
        }
    }

    /** How many of the filter have nothing missing; null while nobody has asked. */
    public Long getComplete() {
        return complete;
    }

    public long daysLate(QueueLine line) {
        return line.daysLate(LocalDate.now(clock));
    }

    public List<AssessmentState> getStates() {
        return QueueFilter.STATES;
    }

    public List<String> getTypes() {
        return AgencyType.assessed();
    }

    public List<AssignedReviews.Reviewer> getReviewers() {
        if (reviewers == null) {
            reviewers = assignment.reviewers();
        }
        return reviewers;
    }

    public String getReviewer() {
        return reviewer;
    }

    public void setReviewer(String newReviewer) {
        reviewer = newReviewer;
    }
}
