package vn.thang.assessment.conduct.ending;

import static vn.thang.security.Permission.PUBLISH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Rounds;
import vn.thang.assessment.round.Withdrawal;
import vn.thang.assessment.round.Withdrawals;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * Withdraws the published results of a round: one person proposes it with a reason, another confirms it. Nothing is deleted;
 * figures come from the rounds before. A national matter of those who may publish.
 */
@ApplicationScoped
@Transactional
public class RoundWithdrawal {

    private static final int LONGEST_REASON = 500;

    @Inject
    private Rounds rounds;

    @Inject
    private Withdrawals withdrawals;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<RoundEvent> events;

    /** Returns the proposal that waits, or by which the results were withdrawn; empty where there is none. */
    @Requires(PUBLISH)
    public Optional<Withdrawal> find(String code) {
        national();
        return withdrawals.find(rounds.get(code).id());
    }

    /** Proposes to withdraw the results; nothing changes until another person confirms it. */
    @Requires(PUBLISH)
    public void propose(String code, int version, String reason) {
        Round round = published(code, version);
        String given = GivenText.required(reason, LONGEST_REASON, "withdrawal.reason");
        if (withdrawals.find(round.id()).isPresent()) {
            throw new BusinessException("withdrawal.waits-already");
        }
        rounds.touch(round);
        withdrawals.add(round.id(), given, caller.personId(), clock.instant());
        events.fire(new RoundEvent.WithdrawalProposed(round.id(), given));
    }

    /**
     * Withdraws the results, as another person proposed.
     *
     * @throws BusinessException when the person proposed it themselves
     */
    @Requires(PUBLISH)
    public void confirm(String code, int version) {
        Round round = published(code, version);
        Withdrawal proposal = waiting(round);
        if (caller.personId() == null || proposal.proposer() == caller.personId()) {
            throw new BusinessException("withdrawal.own");
        }
        round.withdraw();
        rounds.flush();
        withdrawals.confirm(proposal.id(), caller.personId(), clock.instant());
        events.fire(new RoundEvent.RoundWithdrawn(round.id(), proposal.reason()));
    }

    /** Decides against a proposal that waits: whoever made it takes it back, or another person declines. */
    @Requires(PUBLISH)
    public void drop(String code, int version) {
        Round round = published(code, version);
        Withdrawal proposal = waiting(round);
        rounds.touch(round);
        withdrawals.drop(proposal.id(), caller.personId(), clock.instant());
        events.fire(new RoundEvent.WithdrawalDropped(round.id()));
    }

    private Withdrawal waiting(Round round) {
        return withdrawals.find(round.id()).filter(proposal -> !proposal.confirmed())
                .orElseThrow(() -> new BusinessException("withdrawal.nothing-waits"));
    }

    private Round published(String code, int version) {
        national();
        Round round = rounds.get(code, version);
        round.needs(RoundState.PUBLISHED);
        return round;
    }

    private void national() {
        caller.check(PUBLISH, agencies.rootPath());
    }
}
