package vn.thang.indicator.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import vn.thang.platform.web.NoticePage;

/** A reading that moved too far, with what it is compared with, for whoever may confirm it. */
@Named
@RequestScoped
public class JumpPage {

    @Inject
    private JumpConfirmation confirmation;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private Long reading;

    private WaitingJump jump;
    private String reason;

    /** Whether there is one that this person may see; the error page otherwise. */
    public boolean isFound() {
        if (jump == null) {
            jump = notices.found(() -> confirmation.get(reading == null ? 0 : reading));
        }
        return jump != null;
    }

    public String confirm() {
        boolean done = notices.attempt(() -> {
            confirmation.confirm(reading == null ? 0 : reading, reason);
            notices.say("reading.jump.done");
        });
        return done ? "/indicator/jump?faces-redirect=true&reading=" + reading : null;
    }

    /** How many readings wait for this person. */
    public long getWaiting() {
        return confirmation.count();
    }

    /** Whether this person has sent the reading, and so may not confirm it. */
    public boolean isOwn() {
        return confirmation.isOwn(jump);
    }

    public WaitingJump getJump() {
        return jump;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
