package vn.thang.dashboard.standing;

import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RecentFigures;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/** The agencies of a round one by one, as far as the place of the person in the tree reaches them. */
@ApplicationScoped
@Transactional
public class NationalStandings {

    private static final int TILES = 100;

    @Inject
    private NationalRounds rounds;

    @Inject
    private RoundAgencies agencies;

    @Inject
    private ProvinceTiles tiles;

    @Inject
    private RobustnessFigures robustness;

    @Inject
    private RecentFigures recent;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    private record Key(String what, RecentFigures.State round, Object detail) {
    }

    /** The provinces on the map; empty for those who do not see every one of them. */
    @Requires(VIEW)
    public List<ProvinceTiles.Tile> tiles(RoundChoice round) {
        return rounds.seesAll() ? tiles.of(first(TILES, round, ofType("province"), false)) : List.of();
    }

    /** The provinces by which lists can be narrowed; empty where the round has no communes that the person may see. */
    @Requires(VIEW)
    public List<AgencyLine> parents(RoundChoice round) {
        return first(1, round, ofType("commune"), false).isEmpty() ? List.of()
                : first(TILES, round, ofType("province"), false);
    }

    private static AgencyFilter ofType(String type) {
        return new AgencyFilter(null, List.of(type), null, null, null, null, "name", false);
    }

    /** A page of the agencies of the round that the person may see one by one. */
    @Requires(VIEW)
    public Slice<AgencyLine> agencies(RoundChoice round, AgencyFilter filter, int page, boolean dimensions) {
        List<String> subtrees = caller.subtrees(VIEW);
        return recent.get(new Key("page", RecentFigures.State.of(round), List.of(subtrees, filter, page, dimensions)),
                () -> agencies.list(round.id(), subtrees, filter, page, dimensions));
    }

    /** A page of them with the levels of their dimensions, with so many rows as are asked for. */
    @Requires(VIEW)
    public Slice<AgencyLine> map(RoundChoice round, AgencyFilter filter, int page, int size) {
        List<String> subtrees = caller.subtrees(VIEW);
        return recent.get(new Key("map", RecentFigures.State.of(round), List.of(subtrees, filter, page, size)),
                () -> agencies.list(round.id(), subtrees, filter, page, size, true));
    }

    /** All of them with the levels of their dimensions, for taking the map away. */
    @Requires(VIEW)
    public List<AgencyLine> wholeMap(RoundChoice round, AgencyFilter filter) {
        return agencies.first(Integer.MAX_VALUE, round.id(), caller.subtrees(VIEW), filter, true);
    }

    /**
     * Which agencies an address asks for; with a target that asks for a maturity level, those of its scope that have not reached it.
     */
    @Requires(VIEW)
    public AgencyFilter filter(Map<String, String> asked) {
        return catalog.programme().maturityTargets().stream()
                .filter(target -> target.code().equals(asked.get("target"))).findFirst()
                .map(target -> AgencyFilter.of(asked).below(target.level().orElseThrow(), target.scope()))
                .orElseGet(() -> AgencyFilter.of(asked));
    }

    /** The codes of the targets that ask for a maturity level. */
    @Requires(VIEW)
    public List<String> targets() {
        return catalog.programme().maturityTargets().stream().map(ProgrammeTarget::code).toList();
    }

    /** A page of those that have a rank which is as new as their score. */
    @Requires(VIEW)
    public Slice<AgencyLine> ranked(RoundChoice round, AgencyFilter filter, Cut<FirmnessOrder> cut) {
        return agencies.ranked(round.id(), caller.subtrees(VIEW), filter, cut);
    }

    /** A page of them in one of the orders of the board. */
    @Requires(VIEW)
    public Slice<AgencyLine> agencies(RoundChoice round, AgencyFilter filter, Cut<StandingOrder> cut) {
        return agencies.list(round.id(), caller.subtrees(VIEW), filter, cut);
    }

    /** The first few of the agencies of the round that the person may see one by one. */
    @Requires(VIEW)
    public List<AgencyLine> first(int most, RoundChoice round, AgencyFilter filter, boolean dimensions) {
        List<String> subtrees = caller.subtrees(VIEW);
        return recent.get(new Key("first", RecentFigures.State.of(round), List.of(most, subtrees, filter, dimensions)),
                () -> agencies.first(most, round.id(), subtrees, filter, dimensions));
    }

    /** How many agencies of the round, of those that the person may see one by one, are so far. */
    @Requires(VIEW)
    public long count(RoundChoice round, AgencyFilter.Standing standing) {
        List<String> subtrees = caller.subtrees(VIEW);
        return recent.get(new Key("count", RecentFigures.State.of(round), List.of(subtrees, standing)),
                () -> agencies.count(round.id(), subtrees, AgencyFilter.of(standing, "name", false)));
    }

    /** How firm the ranks of the round are. */
    @Requires(VIEW)
    public RobustnessFigures.Summary robustness(RoundChoice round) {
        return robustness.summary(round.id());
    }
}
