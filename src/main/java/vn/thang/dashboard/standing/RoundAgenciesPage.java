package vn.thang.dashboard.standing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.GivenText;
import vn.thang.platform.Language;
import vn.thang.platform.list.Slice;

/**
 * Agencies of a round with the levels of their dimensions; filtered, sorted and cut by the address
 * alone, so that a view can be sent to somebody.
 */
@Named
@RequestScoped
public class RoundAgenciesPage {

    private static final List<String> FILTERS = List.of("q", "type", "parent", "state", "level");

    @Inject
    private NationalStandings nationalStandings;

    @Inject
    private Catalog catalog;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private Language language;

    private final Map<String, String> asked = new TreeMap<>();
    private AgencyFilter filter;
    private Slice<AgencyLine> agencies;
    private List<AgencyLine> parents;

    public void load() {
        if (!rounds.loadModel()) {
            return;
        }
        Map<String, String> given = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        FILTERS.stream().filter(name -> !given.getOrDefault(name, "").isBlank())
                .forEach(name -> asked.put(name, given.get(name).strip()));
        asked.put("sort", given.get("sort"));
        asked.put("dir", given.get("dir"));
        filter = AgencyFilter.ofMap(asked, rounds.getDimensionCodes());
        asked.put("round", rounds.getShown().code());
        asked.put("sort", filter.sort());
        asked.put("dir", filter.descending() ? "desc" : null);
        int size = number(given.get("rows"));
        agencies = nationalStandings.map(rounds.getShown(), filter, number(given.get("page")),
                Slice.SIZES.contains(size) ? size : Slice.SIZE);
        asked.put("rows", agencies.size() == Slice.SIZE ? null : Integer.toString(agencies.size()));
        asked.values().removeIf(Objects::isNull);
    }

    /** Whether one of the agencies that are shown has a rank: an open round has none until its robustness is reckoned. */
    public boolean isRanked() {
        return agencies.rows().stream().anyMatch(agency -> agency.firmness() != null);
    }

    private static int number(String text) {
        return (int) Math.min(GivenText.number(text), Integer.MAX_VALUE);
    }

    /** Provinces of which there are communes in the round, for choosing one. */
    public List<AgencyLine> getParents() {
        if (parents == null) {
            parents = nationalStandings.parents(rounds.getShown());
        }
        return parents;
    }

    /** What the address says, without the number of the page. */
    public Map<String, String> getAsked() {
        return asked;
    }

    /** The same as it stands in an address, for the file of the map. */
    public String getQuery() {
        return query(asked);
    }

    /** The address of this view in another order; the same column again turns it round. */
    public String sorted(String column) {
        return with("sort", column,
                "dir", column.equals(filter.sort()) && !filter.descending() ? "desc" : null);
    }

    /** The address of another page of this view. */
    public String page(long number) {
        return with("page", Long.toString(number), "dir", asked.get("dir"));
    }

    /** The address of this view from its beginning with so many rows. */
    public String sized(long rows) {
        return with("rows", Long.toString(rows), "dir", asked.get("dir"));
    }

    private String with(String name, String value, String other, String otherValue) {
        Map<String, String> changed = new TreeMap<>(asked);
        changed.put(name, value);
        changed.put(other, otherValue);
        changed.values().removeIf(Objects::isNull);
        return "?" + query(changed);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** For the attribute aria-sort. */
    public String order(String column) {
        return !column.equals(filter.sort()) ? null : filter.descending() ? "descending" : "ascending";
    }

    /** Types that can be in a round, and the groups of several types that targets speak of, by what the address calls them. */
    public Map<String, String> getTypes() {
        List<String> all = AgencyType.assessed();
        Map<String, String> types = new LinkedHashMap<>();
        Stream.concat(all.stream().map(List::of),
                catalog.programme().targets().stream().map(ProgrammeTarget::scope)
                        .map(scope -> all.stream().filter(scope::contains).toList())
                        .filter(scope -> scope.size() > 1 && scope.size() < all.size()))
                .forEach(some -> types.put(String.join(",", some), some.stream()
                        .map(type -> language.text("organisation.type." + type)).collect(Collectors.joining(" + "))));
        return types;
    }

    public AgencyFilter.Standing[] getStandings() {
        return AgencyFilter.Standing.values();
    }

    public List<Integer> getSizes() {
        return Slice.SIZES;
    }

    public Slice<AgencyLine> getAgencies() {
        return agencies;
    }
}
