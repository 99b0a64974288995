package vn.thang.assessment.signing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.form.Question;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.assessment.score.Standing;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.platform.Faults;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** What the head signs, and the signature. */
@Named
@RequestScoped
public class SignPage {

    @Inject
    private AssessmentSigning signing;

    @Inject
    private SignatureFieldsPage fields;

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
    private List<Question> questions;
    private String seen;
    private boolean confirmed;

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
            Faults faults = new Faults();
            fields.check(faults);
            faults.require(confirmed, "confirmed", "sign.confirm-first");
            faults.refuse();
            signing.sign(getAssessment(), seen, fields.given(), fields.shown());
        });
        if (!done) {
            String before = seen;
            sheet = null;
            questions = null;
            if (isFound() && !sheet.seen().equals(before)) {
                seen = null;
                confirmed = false; // what is shown now is not what the head had looked at
            }
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
        return Question.unsupported(sheet.view(), getQuestions());
    }

    /** Everything that is signed, by dimension. */
    public List<Map.Entry<String, List<Question>>> getSections() {
        return List.copyOf(getQuestions().stream()
                .collect(Collectors.groupingBy(Question::dimension, LinkedHashMap::new, Collectors.toList()))
                .entrySet());
    }

    private List<Question> getQuestions() {
        if (questions == null) {
            questions = Question.all(sheet.view(), texts);
        }
        return questions;
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

    public boolean isConfirmed() {
        return confirmed;
    }

    public void setConfirmed(boolean confirmed) {
        this.confirmed = confirmed;
    }
}
