package vn.thang.assessment.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;

/** What reviewers have to look at. */
@Named
@RequestScoped
public class QueuePage {

    private static final List<AssessmentState> STATES = List.of(AssessmentState.HANDED_IN, AssessmentState.ADMITTED,
            AssessmentState.UNDER_REVIEW, AssessmentState.RETURNED, AssessmentState.REVIEWED);

    @Inject
    private AssessmentReview review;

    @Inject
    private CompletenessCheck check;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private String words;
    private String state;
    private String mark;
    private int page = 1;
    private Slice<QueueLine> queue;
    private long complete;
    private int admitted;

    public void load() {
        queue = notices.found(() -> review.queue(filter(), Math.max(1, page)));
        if (queue != null) {
            complete = check.countComplete(filter());
        }
    }

    /** Admits everything that the page counted before, a few hundred in each transaction. */
    public String admitComplete() {
        boolean done = notices.attempt(() -> {
            int batch = check.admitComplete(filter());
            while (batch > 0) {
                admitted += batch;
                batch = check.admitComplete(filter());
            }
        });
        if (admitted > 0 || done) {
            notices.say(admitted == 0 ? "completeness.none-left" : "completeness.admitted-count", admitted);
        }
        return "/assessment/queue?faces-redirect=true&includeViewParams=true";
    }

    private ReviewQueue.Filter filter() {
        return new ReviewQueue.Filter(words == null || words.isBlank() ? null : words.strip(),
                Stream.of(AssessmentState.values())
                        .filter(STATES::contains).filter(one -> one.name().equals(state)).findFirst().orElse(null),
                Stream.of(ReviewQueue.Mark.values()).filter(one -> one.name().equals(mark)).findFirst().orElse(null),
                review.seen());
    }

    public ReviewQueue.Mark[] getMarks() {
        return ReviewQueue.Mark.values();
    }

    public String getMark() {
        return mark;
    }

    public void setMark(String mark) {
        this.mark = mark;
    }

    /** How many of the filter have nothing missing. */
    public long getComplete() {
        return complete;
    }

    public long daysLate(QueueLine line) {
        return line.daysLate(LocalDate.now(clock));
    }

    public List<AssessmentState> getStates() {
        return STATES;
    }

    public Slice<QueueLine> getQueue() {
        return queue;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
