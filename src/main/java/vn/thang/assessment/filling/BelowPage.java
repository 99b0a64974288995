package vn.thang.assessment.filling;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.platform.GivenText;
import vn.thang.platform.Language;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** How far the units below are, and what the agency asks of them. */
@Named
@ViewScoped
public class BelowPage extends ListPage<UnitLine, UnitOrder> {

    private static final long serialVersionUID = 1L;

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

    private List<String> offered;
    private LocalDate by;
    private transient BelowFirst.Progress progress;

    @Override
    protected boolean prepare() {
        if (getProgress() == null) {
            return false;
        }
        by = getProgress().head().time().belowBy();
        return true;
    }

    @Override
    protected List<String> filters() {
        return List.of("assessment", "q", "show");
    }

    @Override
    protected UnitOrder[] orders() {
        return UnitOrder.values();
    }

    @Override
    protected Slice<UnitLine> cut(Cut<UnitOrder> cut) {
        return below.units(getAssessment(), UnitFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(UnitLine line) {
        return line.assessment();
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
        return getProgress().head().roundOpen()
                && caller.can(Permission.HAND_IN, getProgress().head().agencyPath());
    }

    public boolean isLate(UnitLine line) {
        LocalDate asked = getProgress().head().time().belowBy();
        LocalDate day = asked == null || asked.isAfter(line.dueOn()) ? line.dueOn() : asked;
        return !line.state().isHandedIn() && day.isBefore(LocalDate.now(clock));
    }

    /** How far the units are in all; null where the address names no assessment that the person sees. */
    public BelowFirst.Progress getProgress() {
        if (progress == null) {
            progress = notices.found(() -> below.progress(getAssessment()));
        }
        return progress;
    }

    public long getAssessment() {
        return GivenText.number(getAsked().get("assessment"));
    }

    public LocalDate getBy() {
        return by;
    }

    public void setBy(LocalDate by) {
        this.by = by;
    }
}
