package vn.thang.dashboard.standing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.thang.core.model.Dimension;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.Slice;

/**
 * Agencies of a round with the levels of their dimensions; filtered and sorted by the address
 * alone, so that a view can be sent to somebody.
 */
@Named
@RequestScoped
public class RoundAgenciesPage {

    private static final List<String> ORDERS = List.of("name", "level", "index", "handed-in", "progress", "firmness");

    @Inject
    private NationalStandings nationalStandings;

    @Inject
    private RoundChoicePage rounds;

    private String words;
    private String type;
    private String parent;
    private String standing;
    private Integer level;
    private String sort;
    private String direction;
    private int page = 1;
    private Slice<AgencyLine> agencies;
    private List<AgencyLine> parents;

    public void load() {
        if (!rounds.loadModel()) {
            return;
        }
        if (!ORDERS.contains(sort == null ? "" : sort)
                && rounds.getDimensions().stream().map(Dimension::code).noneMatch(code -> code.equals(sort))) {
            sort = "index";
        }
        agencies = nationalStandings.agencies(rounds.getShown(),
                new AgencyFilter(words, type == null ? null : List.of(type), parent,
                        AgencyFilter.Standing.of(standing), level, null, sort, isDescending()),
                page, true);
    }

    /** Provinces of which there are communes in the round, for choosing one. */
    public List<AgencyLine> getParents() {
        if (parents == null) {
            parents = nationalStandings.parents(rounds.getShown());
        }
        return parents;
    }

    private boolean isDescending() {
        return "desc".equals(direction);
    }

    /** The address of this view in another order; the same column again turns it round. */
    public String sorted(String column) {
        List<String> query = new ArrayList<>(
                List.of("round=" + encode(rounds.getShown().code()), "sort=" + encode(column)));
        add(query, "dir", column.equals(sort) && !isDescending() ? "desc" : null);
        add(query, "q", words);
        add(query, "type", type);
        add(query, "parent", parent);
        add(query, "state", standing);
        add(query, "level", level);
        return "?" + String.join("&", query);
    }

    /** For the attribute aria-sort. */
    public String order(String column) {
        return !column.equals(sort) ? null : isDescending() ? "descending" : "ascending";
    }

    private static void add(List<String> query, String name, Object value) {
        if (value != null) {
            query.add(name + "=" + encode(value.toString()));
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Types that can be in a round. */
    public List<String> getTypes() {
        return AgencyType.assessed();
    }

    public AgencyFilter.Standing[] getStandings() {
        return AgencyFilter.Standing.values();
    }

    public Slice<AgencyLine> getAgencies() {
        return agencies;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String newWords) {
        words = newWords == null || newWords.isBlank() ? null : newWords.strip();
    }

    public String getType() {
        return type;
    }

    public void setType(String newType) {
        type = newType;
    }

    public String getParent() {
        return parent;
    }

    public void setParent(String newParent) {
        parent = newParent;
    }

    public String getStanding() {
        return standing;
    }

    public void setStanding(String newStanding) {
        standing = newStanding;
    }

    public Integer getLevel() {
        return level;
    }

    public void setLevel(Integer newLevel) {
        level = newLevel;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String newSort) {
        sort = newSort;
    }

    public String getDirection() {
        return direction;
    }

    public void setDirection(String newDirection) {
        direction = newDirection;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int newPage) {
        page = newPage;
    }
}
