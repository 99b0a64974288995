package vn.thang.dashboard.standing;

import jakarta.faces.event.AjaxBehaviorEvent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.GivenText;
import vn.thang.platform.Language;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;

/** A page with one list of the agencies of a round, which stands in the address and is found again on each request. */
public abstract class RoundListPage<T, O extends Enum<O> & Cut.Order> extends ListPage<T, O> {

    private static final long serialVersionUID = 1L;

    @Inject
    private NationalStandings nationalStandings;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private Language language;

    private transient Map<String, String> parents;

    @Override
    protected boolean prepare() {
        if (!isPresent()) {
            return false;
        }
        getAsked().put("round", shown().code());
        return true;
    }

    /** Another round is found before it is shown. */
    @Override
    public void fromStart(AjaxBehaviorEvent event) {
        super.fromStart(event);
        parents = null;
        find();
    }

    /** Whether there is a round. */
    public boolean isPresent() {
        return rounds.isPresent() || find();
    }

    private boolean find() {
        rounds.setCode(GivenText.orNull(getAsked().get("round")));
        return find(rounds);
    }

    /** Finds the round that was asked for. */
    protected boolean find(RoundChoicePage asked) {
        return asked.load();
    }

    /** The round; null where there is none. */
    protected RoundChoice shown() {
        return isPresent() ? rounds.getShown() : null;
    }

    public List<RoundChoice> getAll() {
        return isPresent() ? rounds.getAll() : List.of();
    }

    /** Codes of provinces of which there are communes in the round, by name, for choosing one. */
    public Map<String, String> getParents() {
        if (parents == null) {
            parents = new LinkedHashMap<>();
            nationalStandings.parents(shown())
                    .forEach(one -> parents.put(one.name(language.getLocale()), one.code()));
        }
        return parents;
    }

    public List<String> getTypes() {
        return AgencyType.assessed();
    }
}
