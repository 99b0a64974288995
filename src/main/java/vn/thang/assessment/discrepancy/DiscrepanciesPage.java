package vn.thang.assessment.discrepancy;

import jakarta.faces.event.AjaxBehaviorEvent;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.Dimension;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.Language;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** The register of discrepancies. */
@Named
@ViewScoped
public class DiscrepanciesPage extends ListPage<DiscrepancyLine, DiscrepancyOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private DiscrepancyRegister register;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    private transient List<DiscrepancyRegister.Choice> rounds;
    private transient DiscrepancyRegister.Above above;

    @Override
    protected boolean prepare() {
        if (getRounds() == null || !isPresent()) {
            return false;
        }
        getAsked().put("round", shown().code());
        getTexts(); // refused here and not in the middle of the page, where the model cannot be read
        return true;
    }

    @Override
    protected List<String> filters() {
        return List.of("round", "state", "dimension", "q", "type", "indicator");
    }

    @Override
    protected DiscrepancyOrder[] orders() {
        return DiscrepancyOrder.values();
    }

    @Override
    protected Slice<DiscrepancyLine> cut(Cut<DiscrepancyOrder> cut) {
        return register.page(filter(), cut);
    }

    @Override
    protected Object key(DiscrepancyLine line) {
        return line.entry().id();
    }

    @Override
    public void fromStart(AjaxBehaviorEvent event) {
        super.fromStart(event);
        above = null;
    }

    private DiscrepancyFilter filter() {
        return DiscrepancyFilter.of(getAsked());
    }

    private DiscrepancyRegister.Choice shown() {
        return getRounds().stream().filter(round -> round.code().equals(getAsked().get("round"))).findFirst()
                .or(() -> register.newest(getRounds())).orElseThrow();
    }

    public boolean isPresent() {
        return !getRounds().isEmpty();
    }

    public DiscrepancyRegister.Above getAbove() {
        if (above == null) {
            above = register.above(filter());
        }
        return above;
    }

    public List<DiscrepancyRegister.Choice> getRounds() {
        if (rounds == null) {
            rounds = notices.found(register::rounds);
        }
        return rounds;
    }

    public Discrepancy.State[] getStates() {
        return Discrepancy.State.values();
    }

    public List<String> getTypes() {
        return AgencyType.assessed();
    }

    public List<Dimension> getDimensions() {
        return catalog.model(shown().modelRef()).dimensions();
    }

    /** Codes of what measures criteria of the model. */
    public List<String> getIndicators() {
        return catalog.measures(shown().modelRef()).values().stream().map(measure -> measure.indicator().code())
                .distinct().toList();
    }

    public ModelTexts getTexts() {
        return catalog.texts(shown().modelRef(), language.getLocale());
    }
}
