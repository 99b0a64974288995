package vn.thang.assessment.filling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.form.Question;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** All answers that can be taken over for questions without one: looked through, chosen, and confirmed together. */
@Named
@RequestScoped
public class CarryOverPage {

    @Inject
    private CarryOver carryOver;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private Long assessment;

    /** Chosen answers, each with its origin: {@code LAST STR.1}. */
    @Inject
    @Param
    private List<String> chosen;

    private AssessmentView view;
    private ModelTexts texts;
    private List<OfferedAnswer> offers = List.of();

    public boolean isFound() {
        if (view == null) {
            view = notices.found(() -> assessments.form(getAssessment()));
            if (view != null) {
                texts = catalog.texts(view.head().modelRef(), language.getLocale());
                offers = !view.editable() ? List.of() : carryOver.offers(getAssessment()).stream()
                        .filter(offer -> view.isEditable(offer.criterion())
                                && !view.scored().isSettled(offer.criterion()))
                        .toList();
            }
        }
        return view != null;
    }

    public String take() {
        int[] taken = new int[1];
        if (!notices.attempt(() -> taken[0] = taken())) {
            return null;
        }
        notices.say("carry.taken", taken[0]);
        return "/assessment/carry-over?faces-redirect=true&assessment=" + getAssessment();
    }

    private int taken() {
        Map<String, LinkedHashSet<String>> byOrigin = new TreeMap<>();
        List<String> marked = chosen == null ? List.of() : new ArrayList<>(chosen);
        marked.stream().map(one -> one.split(" ", 2)).filter(parts -> parts.length == 2)
                .forEach(parts -> byOrigin.computeIfAbsent(parts[0], origin -> new LinkedHashSet<>()).add(parts[1]));
        if (byOrigin.isEmpty()) {
            throw new BusinessException("carry.choose");
        }
        boolean twice = byOrigin.values().stream().mapToInt(LinkedHashSet::size).sum() != byOrigin.values().stream()
                .flatMap(LinkedHashSet::stream).distinct().count();
        if (twice) {
            throw new BusinessException("carry.twice");
        }
        return carryOver.takeOpen(getAssessment(), byOrigin);
    }

    /** Answers whether the person had chosen it, so that a refusal leaves every tick where it was. */
    public boolean isChosen(OfferedAnswer offer) {
        return chosen != null && chosen.contains(offer.origin() + " " + offer.criterion());
    }

    public String title(OfferedAnswer offer) {
        return Question.of(view, offer.criterion(), texts).choices().stream()
                .filter(choice -> choice.value().equals(offer.value())).findFirst()
                .map(Question.Choice::title).orElse("");
    }

    public boolean isLevel(OfferedAnswer offer) {
        return view.scored().criterion(offer.criterion()).scale().level(offer.value()) > 0;
    }

    public List<OfferedAnswer> getOffers() {
        return offers;
    }

    public AssessmentView getView() {
        return view;
    }

    public ModelTexts getTexts() {
        return texts;
    }

    public long getAssessment() {
        return assessment == null ? 0 : assessment;
    }
}
