package vn.thang.proof;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.round.RoundName;
import vn.thang.platform.web.NoticePage;

/** Verifies a round when an auditor asks for it, and shows what is not as it was published and told. */
@Named
@RequestScoped
public class RoundProofPage {

    private static final int MOST_SHOWN = 200;

    @Inject
    private RoundProof proof;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private String round;

    private List<RoundName> rounds;
    private RoundProof.Proved proved;
    private List<RoundProof.Wrong> wrong = List.of();

    /** Whether the person may verify rounds: nothing is shown otherwise. */
    public boolean isFound() {
        if (rounds == null) {
            rounds = notices.found(proof::rounds);
        }
        return rounds != null;
    }

    public void verify() {
        notices.attempt(() -> {
            proved = proof.verify(round);
            wrong = proved.wrong();
        });
    }

    public List<RoundName> getRounds() {
        return isFound() ? rounds : List.of();
    }

    /** Returns what is wrong, as far as a page can show it. */
    public List<RoundProof.Wrong> getRows() {
        return wrong.stream().limit(MOST_SHOWN).toList();
    }

    /** Returns how much more is wrong than the page shows. */
    public int getMore() {
        return Math.max(0, wrong.size() - MOST_SHOWN);
    }

    public RoundProof.Proved getProved() {
        return proved;
    }

    public String getRound() {
        return round;
    }

    public void setRound(String round) {
        this.round = round;
    }
}
