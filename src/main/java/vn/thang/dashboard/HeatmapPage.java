package vn.thang.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.ModelTexts;
import vn.thang.core.model.Dimension;
import vn.thang.platform.Language;
import vn.thang.platform.Slice;

/** Agencies by dimension, filtered and sorted by the address alone, so that a view can be sent to somebody. */
@Named
@RequestScoped
public class HeatmapPage {

    private static final List<String> TYPES =
            List.of("ministry", "ministerial-agency", "government-agency", "province", "commune");

    @Inject
    private NationalDashboard dashboard;

    @Inject
    private Catalog catalog;

    @Inject
    private Language language;

    private String roundCode;
    private String words;
    private String type;
    private String state;
    private Integer level;
    private Integer below;
    private String sort = "index";
    private String direction;
    private int page = 1;
    private List<RoundChoice> rounds;
    private RoundChoice round;
    private Slice<AgencyLine> agencies;

    public void load() {
        rounds = dashboard.rounds();
        if (rounds.isEmpty()) {
            return;
        }
        round = dashboard.round(roundCode);
        List<String> sorts = getDimensions().stream().map(Dimension::code).toList();
        boolean known = List.of("name", "level", "index").contains(sort) || sorts.contains(sort);
        String order = known ? sort : "index";
        agencies = dashboard.agencies(round, new AgencyFilter(null, words, type, state, level, below, order,
                "desc".equals(direction)), Math.max(1, page), true);
    }

    /** The address of this view with another order; the same column again turns it round. */
    public String sorted(String column) {
        boolean turn = column.equals(sort) && !"desc".equals(direction);
        return address(column, turn ? "desc" : "asc", 1);
    }

    public String paged(int number) {
        return address(sort, direction == null ? "asc" : direction, number);
    }

    public String ariaSort(String column) {
        return !column.equals(sort) ? "none" : "desc".equals(direction) ? "descending" : "ascending";
    }

    private String address(String order, String way, int number) {
        StringBuilder query = new StringBuilder("?round=" + encode(round.code()) + "&sort=" + encode(order) + "&dir=" + way);
        add(query, "q", words);
        add(query, "type", type);
        add(query, "state", state);
        add(query, "level", level);
        add(query, "below", below);
        add(query, "page", number == 1 ? null : number);
        return query.toString();
    }

    private static void add(StringBuilder query, String name, Object value) {
        if (value != null) {
            query.append('&').append(name).append('=').append(encode(value.toString()));
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public boolean isBegun() {
        return round != null;
    }

    public List<Dimension> getDimensions() {
        return catalog.model(round.modelRef()).dimensions();
    }

    public ModelTexts getTexts() {
        return catalog.texts(round.modelRef(), language.getLocale());
    }

    public List<String> getTypes() {
        return TYPES;
    }

    public List<RoundChoice> getRounds() {
        return rounds;
    }

    public RoundChoice getRound() {
        return round;
    }

    public Slice<AgencyLine> getAgencies() {
        return agencies;
    }

    public String getRoundCode() {
        return roundCode;
    }

    public void setRoundCode(String code) {
        roundCode = code;
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
        type = TYPES.contains(newType) ? newType : null;
    }

    public String getState() {
        return state;
    }

    public void setState(String newState) {
        state = List.of("handed-in", "waiting").contains(newState == null ? "" : newState) ? newState : null;
    }

    public Integer getLevel() {
        return level;
    }

    public void setLevel(Integer newLevel) {
        level = newLevel;
    }

    public Integer getBelow() {
        return below;
    }

    public void setBelow(Integer newBelow) {
        below = newBelow;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String newSort) {
        sort = newSort == null ? "index" : newSort;
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
