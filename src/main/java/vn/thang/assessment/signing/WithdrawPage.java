package vn.thang.assessment.signing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import vn.thang.platform.web.NoticePage;

/** Back to the officers what waits for its signature. */
@Named
@RequestScoped
public class WithdrawPage {

    @Inject
    private AssessmentSigning signing;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private Long assessment;

    private String word;

    public String withdraw() {
        long id = assessment == null ? 0 : assessment;
        if (!notices.attempt(() -> signing.withdraw(id, word))) {
            return null;
        }
        notices.say("sign.withdrawn");
        return "/assessment/review?faces-redirect=true&assessment=" + id;
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = word;
    }
}
