package vn.thang.assessment.conduct;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import vn.thang.assessment.conduct.ending.RoundWithdrawal;
import vn.thang.assessment.round.Withdrawal;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;

/** The withdrawal of the results of a round, on the page of the round. */
@Named
@RequestScoped
public class WithdrawalPage {

    @Inject
    private RoundWithdrawal use;

    @Inject
    private RoundPage page;

    @Inject
    private Caller caller;

    @Inject
    private NoticePage notices;

    private String reason;
    private Withdrawal withdrawal;
    private boolean found;

    public String propose() {
        return deed("withdrawal.proposed", () -> use.propose(page.getPresent(), page.shownVersion(), reason));
    }

    public String confirm() {
        return deed("withdrawal.confirmed", () -> use.confirm(page.getPresent(), page.shownVersion()));
    }

    public String drop() {
        return deed("withdrawal.dropped", () -> use.drop(page.getPresent(), page.shownVersion()));
    }

    private String deed(String said, Runnable deed) {
        if (!notices.attempt(deed)) {
            return null;
        }
        notices.say(said);
        return "/assessment/round?faces-redirect=true&code=" + page.getPresent();
    }

    /** The proposal that waits, or by which the results were withdrawn; null where there is none. */
    public Withdrawal getWithdrawal() {
        if (!found && page.getPresent() != null && caller.may("PUBLISH")) {
            found = true;
            withdrawal = use.find(page.getPresent()).orElse(null);
        }
        return withdrawal;
    }

    /** Whether the person made the proposal, and so cannot confirm it. */
    public boolean isOwn() {
        return getWithdrawal() != null && Objects.equals(getWithdrawal().proposer(), caller.personId());
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
