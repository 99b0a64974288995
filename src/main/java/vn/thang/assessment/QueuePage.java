package vn.thang.assessment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;

/** What reviewers have to look at. */
@Named
@RequestScoped
public class QueuePage {

    private static final List<AssessmentState> STATES = List.of(AssessmentState.HANDED_IN, AssessmentState.UNDER_REVIEW,
            AssessmentState.RETURNED, AssessmentState.REVIEWED);

    @Inject
    private AssessmentReview review;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private String words;
    private String state;
    private int page = 1;
    private Slice<QueueLine> queue;

    public void load() {
        queue = notices.found(() -> review.queue(new ReviewQueue.Filter(words == null || words.isBlank() ? null : words.strip(),
                Stream.of(AssessmentState.values()).filter(STATES::contains).filter(one -> one.name().equals(state)).findFirst()
                        .orElse(null)), Math.max(1, page)));
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
