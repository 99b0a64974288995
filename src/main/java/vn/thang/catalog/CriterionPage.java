package vn.thang.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.catalog.programme.Measure;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** A criterion as the model has it, for everybody who wants to know what is asked and by which evidence it is shown. */
@Named
@RequestScoped
public class CriterionPage {

    @Inject
    private Catalog catalog;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    @Inject
    @Param(name = "model")
    private String ref;

    @Inject
    @Param(name = "code")
    private String code;

    private MaturityModel model;
    private Criterion criterion;

    public boolean isFound() {
        if (criterion == null) {
            criterion = notices.found(this::find);
        }
        return criterion != null;
    }

    private Criterion find() {
        model = catalog.find(String.valueOf(ref))
                .orElseThrow(() -> new BusinessException.NotFound("catalog.unknown-model", ref));
        try {
            return model.criterion(String.valueOf(code));
        } catch (NoSuchElementException e) {
            throw new BusinessException.NotFound("assessment.unknown-criterion", code);
        }
    }

    public Criterion getCriterion() {
        return criterion;
    }

    public ModelTexts getTexts() {
        return catalog.texts(model, language.getLocale());
    }

    public ModelTexts.CriterionText getWords() {
        return getTexts().criterion(criterion.code());
    }

    public Dimension getDimension() {
        return model.dimensions().stream()
                .filter(dimension -> MaturityModel.criteriaBelow(dimension).containsKey(criterion.code())).findFirst()
                .orElseThrow();
    }

    /** What measures it, where something does. */
    public Optional<Measure> getMeasure() {
        return Optional.ofNullable(catalog.measures(model.ref()).get(criterion.code()));
    }

    public String indicator(Measure measure) {
        return catalog.programmeTexts(language.getLocale()).indicator(measure.indicator().code()).name();
    }
}
