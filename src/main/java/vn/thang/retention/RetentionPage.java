package vn.thang.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.platform.web.NoticePage;

/** How long data are kept, when they were last looked through, and which audits hold them. */
@Named
@RequestScoped
public class RetentionPage {

    @Inject
    private Retention retention;

    @Inject
    private NoticePage notices;

    private Retention.Shown shown;
    private String kind;
    private Integer days;
    private String held;
    private String reason;

    /** Refuses whoever may not see it before anything is shown. */
    public boolean isFound() {
        if (shown == null) {
            shown = notices.found(retention::get);
        }
        return shown != null;
    }

    public List<RetentionRules.Rule> getRules() {
        return isFound() ? shown.rules() : List.of();
    }

    public List<RetentionRules.Hold> getHolds() {
        return isFound() ? shown.holds() : List.of();
    }

    /** Keeps the chosen kind for so many days. */
    public void change() {
        notices.attempt(() -> retention.change(kind, days));
        shown = null;
    }

    /** Places a hold. */
    public void hold() {
        if (notices.attempt(() -> retention.hold(held, reason))) {
            reason = null;
        }
        shown = null;
    }

    public void end(long hold) {
        notices.attempt(() -> retention.end(hold));
        shown = null;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public Integer getDays() {
        return days;
    }

    public void setDays(Integer days) {
        this.days = days;
    }

    public String getHeld() {
        return held;
    }

    public void setHeld(String held) {
        this.held = held;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
