package vn.thang.assessment.signing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.form.Question;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.assessment.score.Standing;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.organisation.passkey.PasskeyPage;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.entrance.WhencePage;

/** What the head signs, and the signature. */
@Named
@RequestScoped
public class SignPage {

    @Inject
    private AssessmentSigning signing;

    @Inject
    private SignatureFactor factor;

    @Inject
    private WhencePage whence;

    @Inject
    private PasskeyPage passkeys;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    private FacesContext faces;

    @Inject
    @Param
    private Long assessment;

    private SignatureSheet sheet;
    private ModelTexts texts;
    private String seen;
    private String position;
    private boolean confirmed;
    private String code;
    private String passkey;

    /** Whether there is something to show. A form that is sent back is read against the assessment as it is now. */
    public boolean isFound() {
        if (sheet == null && !faces.getResponseComplete()) {
            sheet = notices.found(() -> signing.sheet(getAssessment()));
            texts = sheet == null ? null : catalog.texts(sheet.view().head().modelRef(), language.getLocale());
        }
        return sheet != null;
    }

    public String sign() {
        boolean done = notices.attempt(() -> {
            if (!confirmed) {
                throw new BusinessException("sign.confirm-first");
            }
            signing.sign(getAssessment(), seen, position, new ShownCode(code, whence.get(),
                    passkey == null || passkey.isBlank() ? null : passkeys.answer(passkey)));
        });
        if (!done) {
            sheet = null;
            seen = null;
            confirmed = false;
            code = null;
            return null;
        }
        notices.say("sign.signed");
        return "/assessment/receipt?faces-redirect=true&assessment=" + getAssessment();
    }

    public AssessmentHead getHead() {
        return sheet.view().head();
    }

    public SignatureSheet getSheet() {
        return sheet;
    }

    public ScoredAssessment getScored() {
        return sheet.view().scored();
    }

    public ModelTexts getTexts() {
        return texts;
    }

    public List<Standing.Part> getParts() {
        return Standing.of(getScored()).parts();
    }

    public List<Map.Entry<String, Long>> getAnsweredBy() {
        return List.copyOf(sheet.answeredBy().entrySet());
    }

    /** Answers whose level lacks evidence. */
    public List<Question> getUnsupported() {
        return Question.unsupported(sheet.view(), Question.all(sheet.view(), texts));
    }

    public long getAssessment() {
        return assessment == null ? 0 : assessment;
    }

    public String getSeen() {
        return seen == null ? sheet.seen() : seen;
    }

    public void setSeen(String seen) {
        this.seen = seen;
    }

    /** What stood under the last signature, unless the head writes something else. */
    public String getPosition() {
        return position == null ? signing.lastPosition() : position;
    }

    public void setPosition(String position) {
        this.position = position;
    }

    public boolean isConfirmed() {
        return confirmed;
    }

    public void setConfirmed(boolean confirmed) {
        this.confirmed = confirmed;
    }

    public SignatureFactor getFactor() {
        return factor;
    }

    /** What the demonstration shows; null while the code of this moment was used already. */
    public String getCodeOfDemonstration() {
        return factor.codeOfDemonstration().orElse(null);
    }

    public String getPasskey() {
        return null; // an answer is sent once
    }

    public void setPasskey(String passkey) {
        this.passkey = passkey;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
