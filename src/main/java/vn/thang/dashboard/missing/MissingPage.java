package vn.thang.dashboard.missing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.dashboard.standing.RoundListPage;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.GivenText;
import vn.thang.platform.Language;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** The agencies that are missing at a target, below one agency or all that the person may see. */
@Named
@ViewScoped
public class MissingPage extends RoundListPage<MissingLine, MissingOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private MissingAgencies missing;

    @Inject
    private AgencyDirectory directory;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    private transient TargetLine target;

    @Override
    protected boolean prepare() {
        return getTarget() != null && super.prepare();
    }

    @Override
    protected List<String> filters() {
        return List.of("round", "code", "q", "type", "parent");
    }

    @Override
    protected MissingOrder[] orders() {
        return MissingOrder.values();
    }

    @Override
    protected Slice<MissingLine> cut(Cut<MissingOrder> cut) {
        return missing.list(getTarget(), MissingFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(MissingLine line) {
        return line.code();
    }

    /** The target, which is found again on each request; null where there is no round or no such target. */
    public TargetLine getTarget() {
        if (target == null && isPresent()) {
            target = notices.found(() -> missing.target(rounds.selection(), getAsked().get("code")));
        }
        return target;
    }

    /** Whether figures of one agency are seen by its people and reviewers only. */
    public boolean isRestricted() {
        return missing.isRestricted(getTarget());
    }

    /** The name of the agency at or below which they are, after a colon; empty for all. */
    public String getAbove() {
        String code = GivenText.orNull(getAsked().get("parent"));
        return code == null ? "" : ": " + directory.get(code).agency().name(locale());
    }

    /** Codes of agencies by name, below which the list can be cut: provinces, and the one that the address names. */
    @Override
    public Map<String, String> getParents() {
        Map<String, String> parents = super.getParents();
        String asked = GivenText.orNull(getAsked().get("parent"));
        if (asked != null && !parents.containsValue(asked)) {
            parents.put(directory.get(asked).agency().name(locale()), asked);
        }
        return parents;
    }

    /** Types of agency that count at the target. */
    @Override
    public List<String> getTypes() {
        return super.getTypes().stream().filter(getTarget().target().scope()::contains).toList();
    }

    private Locale locale() {
        return language.getLocale();
    }
}
