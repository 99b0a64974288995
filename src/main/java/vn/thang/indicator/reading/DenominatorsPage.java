package vn.thang.indicator.reading;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.omnifaces.cdi.Param;
import vn.thang.platform.BusinessException;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;
import vn.thang.security.Caller;

/** The denominators of an indicator in a round: shown, set one by one, and frozen. */
@Named
@RequestScoped
public class DenominatorsPage {

    private static final int THOUSANDTHS = 3;

    @Inject
    private DenominatorSetting setting;

    @Inject
    private Caller caller;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private String round;

    @Inject
    @Param
    private String indicator;

    @Inject
    @Param
    private String q;

    @Inject
    @Param
    private Integer page;

    private final Map<String, String> shown = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private DenominatorSetting.OfRound all;
    private Slice<DenominatorLine> lines;
    private boolean sure;

    public boolean isFound() {
        if (all == null) {
            all = notices.found(() -> setting.ofRound(round));
            lines = all == null ? null
                    : notices.found(() -> setting.list(round, getIndicator(), q, page == null ? 1 : page));
            if (lines != null) {
                lines.rows().forEach(line -> shown.put(line.code(), written(line.amount())));
                values.putAll(shown);
            }
        }
        return lines != null;
    }

    public String save() {
        return deed(() -> notices.say("denominator.done", setting.set(round, getIndicator(), shown, values)));
    }

    public String freeze() {
        return deed(() -> {
            if (!sure) {
                throw new BusinessException("denominator.sure");
            }
            notices.say("denominator.frozen", setting.freeze(round, getIndicator()));
        });
    }

    private String deed(Runnable deed) {
        return notices.attempt(
                deed) ? "/indicator/denominators?faces-redirect=true&round=" + round + "&indicator=" + getIndicator()
                        + (page == null ? "" : "&page=" + page) : null;
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

    /** The one that the address names, or the first. */
    public String getIndicator() {
        return indicator == null && all != null && !all.indicators().isEmpty() ? all.indicators().get(0).indicator()
                : indicator;
    }

    public DenominatorSetting.Standing getStanding() {
        return all.indicators().stream().filter(one -> one.indicator().equals(getIndicator())).findFirst().orElse(null);
    }

    /** Whether this person may set and freeze them now. */
    public boolean isEditable() {
        return caller.may("ADMINISTER") && !all.published() && getStanding() != null && !getStanding().frozen();
    }

    public DenominatorSetting.OfRound getAll() {
        return all;
    }

    public Slice<DenominatorLine> getLines() {
        return lines;
    }

    public Map<String, String> getShown() {
        return shown;
    }

    public Map<String, String> getValues() {
        return values;
    }

    public String getRound() {
        return round;
    }

    public String getWords() {
        return q;
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }
}
