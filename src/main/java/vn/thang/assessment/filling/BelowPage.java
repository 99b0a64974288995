package vn.thang.assessment.filling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.ModelTexts;
import vn.thang.platform.Language;
import vn.thang.platform.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** How far the units below are, and what the agency asks of them. */
@Named
@RequestScoped
public class BelowPage {

    @Inject
    private BelowFirst below;

    @Inject
    private CarryOver carryOver;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private Caller caller;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private Long assessment;

    /** "waiting" for those alone that did not hand in. */
    @Inject
    @Param
    private String show;

    @Inject
    @Param
    private Integer page;

    private List<String> offered;
    private BelowFirst.Progress progress;
    private LocalDate by;

    public boolean isFound() {
        if (progress == null) {
            progress = notices.found(() -> below.progress(getAssessment(), isWaitingOnly(), page == null ? 1 : page));
            by = progress == null ? null : progress.head().time().belowBy();
        }
        return progress != null;
    }

    public String ask() {
        return deed("below.saved", () -> below.ask(getAssessment(), by));
    }

    public String offer() {
        return deed("carry.offered", () -> carryOver.offer(getAssessment(), new TreeSet<>(offered)));
    }

    /** Answers that can be offered: code to code and name. */
    public Map<String, String> getOfferable() {
        Map<String, String> offerable = new LinkedHashMap<>();
        AssessmentView view = assessments.view(getAssessment());
        ModelTexts texts = catalog.texts(view.head().modelRef(), language.getLocale());
        view.scored().model().criteria().stream()
                .filter(criterion -> !criterion.restricted() && view.answers().get(criterion.code()) != null
                        && view.answers().get(criterion.code()).value() != null)
                .forEach(criterion -> offerable.put(language.text("carry.offerable",
                        criterion.code(), texts.criterion(criterion.code()).name(),
                        view.answers().get(criterion.code()).value()), criterion.code()));
        return offerable;
    }

    public List<String> getOffered() {
        if (offered == null) {
            offered = new ArrayList<>(carryOver.offered(getAssessment()));
        }
        return offered;
    }

    public void setOffered(List<String> offered) {
        this.offered = offered;
    }

    public String remind() {
        long[] reminded = new long[1];
        if (!notices.attempt(() -> reminded[0] = below.remind(getAssessment()))) {
            return null;
        }
        notices.say("below.reminded", reminded[0]);
        return again();
    }

    private String deed(String said, Runnable deed) {
        if (!notices.attempt(deed)) {
            return null;
        }
        notices.say(said);
        return again();
    }

    private String again() {
        return "/assessment/below?faces-redirect=true&assessment=" + getAssessment();
    }

    /** Whether the person can ask the units for something. */
    public boolean isAsking() {
        return progress.head().roundOpen()
                && caller.can(Permission.HAND_IN, progress.head().agencyPath());
    }

    public boolean isLate(UnitLine line) {
        LocalDate asked = progress.head().time().belowBy();
        LocalDate day = asked == null || asked.isAfter(line.dueOn()) ? line.dueOn() : asked;
        return !line.state().isHandedIn() && day.isBefore(LocalDate.now(clock));
    }

    public boolean isWaitingOnly() {
        return "waiting".equals(show);
    }

    public BelowFirst.Progress getProgress() {
        return progress;
    }

    public long getAssessment() {
        return assessment == null ? 0 : assessment;
    }

    public LocalDate getBy() {
        return by;
    }

    public void setBy(LocalDate by) {
        this.by = by;
    }
}
