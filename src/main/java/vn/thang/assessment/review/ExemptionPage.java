package vn.thang.assessment.review;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.assessment.ruling.AskedExemption;
import vn.thang.assessment.ruling.ExemptionFilter;
import vn.thang.assessment.ruling.ExemptionOrder;
import vn.thang.catalog.Catalog;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.Language;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** Requests for exemptions that wait for a decision; the chosen ones are decided with one reason. */
@Named
@ViewScoped
public class ExemptionPage extends ListPage<AskedExemption, ExemptionOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private ExemptionRequest request;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    private String reason;

    @Override
    protected List<String> filters() {
        return List.of("q", "type", "criterion");
    }

    @Override
    protected ExemptionOrder[] orders() {
        return ExemptionOrder.values();
    }

    @Override
    protected Slice<AskedExemption> cut(Cut<ExemptionOrder> cut) {
        return request.open(ExemptionFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(AskedExemption asked) {
        return asked.id();
    }

    public void grant() {
        decide(true);
    }

    public void refuse() {
        decide(false);
    }

    private void decide(boolean grant) {
        int requests = getSelected().size();
        if (notices.attempt(() -> request.decide(
                getSelected().stream().map(AskedExemption::id).collect(Collectors.toSet()), grant, reason))) {
            notices.say(grant ? "exemption.was-granted" : "exemption.was-refused", requests);
            getSelected().clear();
            reason = null;
        }
    }

    /** The question that a request is about; what is to be said in its place where the model cannot be read. */
    public String question(AskedExemption asked) {
        return !catalog.isReadable(asked.modelRef()) ? language.text("catalog.unreadable.mark")
                : catalog.texts(asked.modelRef(), language.getLocale()).criterion(asked.criterion()).question();
    }

    public List<String> getTypes() {
        return AgencyType.assessed();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String newReason) {
        reason = newReason;
    }
}
