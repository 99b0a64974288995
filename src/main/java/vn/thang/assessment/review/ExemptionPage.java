package vn.thang.assessment.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.ruling.AskedExemption;
import vn.thang.catalog.Catalog;
import vn.thang.platform.Language;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;

/** Requests for exemptions that wait for a decision. */
@Named
@RequestScoped
public class ExemptionPage {

    @Inject
    private ExemptionRequest request;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private Integer page;

    /** Id of the request that was chosen. */
    @Inject
    @Param
    private Long chosen;

    private String reason;
    private Slice<AskedExemption> open;

    public String grant() {
        return decide(true);
    }

    public String refuse() {
        return decide(false);
    }

    private String decide(boolean grant) {
        if (!notices.attempt(() -> request.decide(chosen == null ? 0 : chosen, grant, reason))) {
            return null;
        }
        notices.say(grant ? "exemption.was-granted" : "exemption.was-refused");
        return "/assessment/exemptions?faces-redirect=true";
    }

    /** Open requests; null when the person decides none. */
    public Slice<AskedExemption> getOpen() {
        if (open == null) {
            open = notices.found(() -> request.open(page == null ? 1 : Math.max(1, page)));
        }
        return open;
    }

    /** The question that a request is about. */
    public String question(AskedExemption asked) {
        Locale locale = language.getLocale();
        return catalog.texts(asked.modelRef(), locale).criterion(asked.criterion()).question();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
