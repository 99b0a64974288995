package vn.thang.indicator.denominator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;

/**
 * The denominators of an indicator in a round: shown, set one by one, and frozen. What was written stays while the person goes
 * to another page or cuts the list, until all of it is set.
 */
@Named
@ViewScoped
public class DenominatorsPage extends ListPage<DenominatorLine, DenominatorOrder> {

    private static final long serialVersionUID = 1L;
    private static final int THOUSANDTHS = 3;

    @Inject
    private DenominatorSetting setting;

    @Inject
    private Caller caller;

    @Inject
    private NoticePage notices;

    private final Map<String, Map<String, String>> shown = new HashMap<>();
    private final Map<String, Map<String, String>> values = new HashMap<>();
    private transient DenominatorSetting.OfRound all;
    private boolean sure;

    @Override
    protected boolean prepare() {
        if (getAll() == null) {
            return false;
        }
        if (GivenText.orNull(getIndicator()) == null) {
            getAsked().put("indicator",
                    all.indicators().stream().map(DenominatorSetting.Standing::indicator).findFirst()
                            .orElse(null));
        }
        return true;
    }

    @Override
    protected List<String> filters() {
        return List.of("round", "indicator", "q", "state");
    }

    @Override
    protected DenominatorOrder[] orders() {
        return DenominatorOrder.values();
    }

    @Override
    protected Slice<DenominatorLine> cut(Cut<DenominatorOrder> cut) {
        Slice<DenominatorLine> slice = setting.list(getRound(), getIndicator(), DenominatorFilter.of(getAsked()), cut);
        slice.rows().forEach(line -> {
            getShown().putIfAbsent(line.code(), written(line.amount()));
            getValues().putIfAbsent(line.code(), written(line.amount()));
        });
        return slice;
    }

    @Override
    protected Object key(DenominatorLine line) {
        return line.code();
    }

    public void save() {
        if (notices.attempt(() -> notices.say("denominator.done",
                setting.set(getRound(), getIndicator(), getShown(), getValues())))) {
            shown.remove(getIndicator());
            values.remove(getIndicator());
            all = null;
        }
    }

    public String freeze() {
        boolean done = notices.attempt(() -> {
            if (!sure) {
                throw new BusinessException("denominator.sure");
            }
            notices.say("denominator.frozen", setting.freeze(getRound(), getIndicator()));
        });
        return done ? "/indicator/denominators?faces-redirect=true&" + getAddress() : null;
    }

    /** So that it reads in one way only when it comes back. */
    private static String written(BigDecimal amount) {
        if (amount == null) {
            return "";
        }
        BigDecimal plain = amount.stripTrailingZeros();
        return (plain.scale() == THOUSANDTHS ? plain.setScale(THOUSANDTHS + 1) : plain).toPlainString().replace('.',
                ',');
    }

    /** What stands on the page of a round. */
    public DenominatorSetting.OfRound of(String code) {
        if (all == null) {
            all = setting.ofRound(code);
        }
        return all;
    }

    public String getIndicator() {
        return getAsked().get("indicator");
    }

    public DenominatorSetting.Standing getStanding() {
        return getAll().indicators().stream().filter(one -> one.indicator().equals(getIndicator())).findFirst()
                .orElse(null);
    }

    /** Whether this person may set and freeze them now. */
    public boolean isEditable() {
        return caller.may("ADMINISTER") && !getAll().published() && getStanding() != null && !getStanding().frozen();
    }

    /** The round; null where the address names none that the person sees. */
    public DenominatorSetting.OfRound getAll() {
        if (all == null) {
            all = notices.found(() -> setting.ofRound(getRound()));
        }
        return all;
    }

    private Map<String, String> getShown() {
        return shown.computeIfAbsent(getIndicator(), indicator -> new HashMap<>());
    }

    /** What is written for the indicator, by code of the agency. */
    public Map<String, String> getValues() {
        return values.computeIfAbsent(getIndicator(), indicator -> new HashMap<>());
    }

    public String getRound() {
        return getAsked().get("round");
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }
}
