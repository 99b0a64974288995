package vn.thang.assessment.section;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** Which sections of a form were given to whom, and giving one. */
@Named
@RequestScoped
public class DelegationPage {

    private static final String PERSON = "person:";
    private static final String UNIT = "unit:";

    @Inject
    private Delegation delegation;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private Long assessment;

    private Delegation.Plan plan;
    private ModelTexts texts;
    private String dimension;
    private String to;

    public boolean isFound() {
        if (plan == null) {
            plan = notices.found(() -> delegation.plan(getAssessment()));
            texts = plan == null ? null : catalog.texts(plan.head().modelRef(), language.getLocale());
        }
        return plan != null;
    }

    public String give() {
        if (!notices.attempt(this::given)) {
            return null;
        }
        notices.say("section.given");
        return again();
    }

    private void given() {
        String chosen = to == null ? "" : to;
        if (chosen.startsWith(PERSON)) {
            delegation.giveToPerson(getAssessment(), dimension, number(chosen.substring(PERSON.length())));
        } else if (chosen.startsWith(UNIT)) {
            delegation.giveToUnit(getAssessment(), dimension, number(chosen.substring(UNIT.length())));
        } else {
            throw new BusinessException("section.to");
        }
    }

    public String takeBack(long section) {
        if (!notices.attempt(() -> delegation.takeBack(section))) {
            return null;
        }
        notices.say("section.taken-back");
        return again();
    }

    private String again() {
        return "/assessment/delegation?faces-redirect=true&assessment=" + getAssessment();
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    public Delegation.Plan getPlan() {
        return plan;
    }

    public ModelTexts getTexts() {
        return texts;
    }

    /** To whom this dimension was given. */
    public List<GivenSection> given(String code) {
        return plan.given().stream().filter(one -> one.dimension().equals(code) && !one.ended()).toList();
    }

    /** People and units to choose from. */
    public List<Choices> getGroups() {
        return List.of(new Choices(PERSON, language.text("section.colleagues"), plan.colleagues()),
                new Choices(UNIT, language.text("section.units"), plan.units())).stream()
                .filter(group -> !group.items().isEmpty()).toList();
    }

    /** A group of the list, each entry of which is chosen by key and id. */
    public record Choices(String key, String label, List<Candidate> items) {
    }

    public long getAssessment() {
        return assessment == null ? 0 : assessment;
    }

    public String getDimension() {
        return dimension;
    }

    public void setDimension(String dimension) {
        this.dimension = dimension;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
