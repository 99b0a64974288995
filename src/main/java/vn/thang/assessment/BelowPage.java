package vn.thang.assessment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import org.omnifaces.cdi.Param;
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
        return progress.head().roundState().equals("OPEN") && caller.can(Permission.HAND_IN, progress.head().agencyPath());
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
