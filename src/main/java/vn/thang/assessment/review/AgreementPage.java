package vn.thang.assessment.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.Fraction;
import vn.thang.core.review.Agreement;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** The sample of a round, and how far its reviewers agree. */
@Named
@RequestScoped
public class AgreementPage {

    private static final int DIGITS = 2;

    @Inject
    private ReviewerAgreement agreement;

    @Inject
    private SecondReview review;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private Caller caller;

    @Inject
    private NoticePage notices;

    /** Code of the round; the newest that is reviewed without one. */
    @Inject
    @Param
    private String round;

    private ReviewerAgreement.Report report;
    private ModelTexts texts;
    private Integer size;
    private String seed;

    public boolean isFound() {
        if (report == null) {
            report = notices.found(() -> agreement.of(round));
            texts = report == null ? null : catalog.texts(report.round().modelRef(), language.getLocale());
        }
        return report != null;
    }

    public String draw() {
        if (!isFound() || !notices.attempt(() -> review.draw(report.round().code(), size == null ? 0 : size, seed))) {
            return null;
        }
        notices.say("sample.drawn", size);
        return "/assessment/agreement?faces-redirect=true&round=" + report.round().code();
    }

    public boolean isDrawing() {
        return report.drawn() == null && caller.can(Permission.PUBLISH);
    }

    public List<Map.Entry<String, Agreement>> getParts() {
        return List.copyOf(report.parts().entrySet());
    }

    public String name(String dimension) {
        return dimension.isEmpty() ? language.text("agreement.whole") : texts.dimension(dimension).name();
    }

    /** Kappa with two digits, or a dash where it says nothing. */
    public String kappa(Agreement of) {
        return of.kappa().map(this::decimal).orElse("–");
    }

    /** In words, after Landis and Koch (1977). */
    public String words(Agreement of) {
        if (of.kappa().isEmpty()) {
            return language.text("agreement.none");
        }
        double kappa = of.kappa().get().toDecimal(DIGITS).doubleValue();
        String key = kappa > 0.8 ? "almost-perfect"
                : kappa > 0.6 ? "substantial" : kappa > 0.4 ? "moderate" : kappa > 0.2 ? "fair" : "slight";
        return language.text("agreement." + key);
    }

    public String decimal(Fraction fraction) {
        return fraction == null ? "–" : formats.decimal(fraction.toDecimal(DIGITS).doubleValue());
    }

    public ReviewerAgreement.Report getReport() {
        return report;
    }

    public Integer getSize() {
        return size;
    }

    public void setSize(Integer size) {
        this.size = size;
    }

    public String getSeed() {
        return seed;
    }

    public void setSeed(String seed) {
        this.seed = seed;
    }
}
