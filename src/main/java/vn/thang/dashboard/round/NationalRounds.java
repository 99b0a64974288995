package vn.thang.dashboard.round;

import static vn.thang.security.Permission.VIEW;
import static vn.thang.security.Permission.VIEW_RESTRICTED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.VersionStep;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * The rounds as figures of the country. Everybody who is signed in sees these; to those whose place in the tree does not reach
 * every agency no group smaller than five is shown apart.
 */
@ApplicationScoped
@Transactional
public class NationalRounds {

    @Inject
    private RoundGroups groups;

    @Inject
    private Regions regions;

    @Inject
    private RoundMovements movements;

    @Inject
    private RoundFigures figures;

    @Inject
    private AgencyTrend trends;

    @Inject
    private RecentFigures recent;

    @Inject
    private AgencyDirectory directory;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    /**
     * The rounds that have begun, and the one with the code; without a code the last that speaks for the country, so that the
     * opening of a round empties no page; one whose model can be read, where there is any. Empty while there are none but
     * rehearsals.
     *
     * @throws BusinessException.NotFound when no round that has begun has the code
     */
    @Requires(VIEW)
    public Optional<RoundSelection> rounds(String code) {
        List<RoundChoice> all = figures.rounds();
        if (code == null) {
            return RoundSelection.current(readable(all)).or(() -> RoundSelection.current(all))
                    .map(current -> new RoundSelection(all, current));
        }
        return Optional.of(new RoundSelection(all, all.stream().filter(round -> round.code().equals(code)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("dashboard.unknown-round", code))));
    }

    private List<RoundChoice> readable(List<RoundChoice> all) {
        return all.stream().filter(round -> catalog.isReadable(round.modelRef())).toList();
    }

    /** Whether the person sees every agency of the country. */
    @Requires(VIEW)
    public boolean seesAll() {
        return caller.can(VIEW, recent.get("root", directory::rootPath));
    }

    /** Whether the person reads the restricted answers of every agency of the country. */
    @Requires(VIEW)
    public boolean seesRestricted() {
        return caller.can(VIEW_RESTRICTED, recent.get("root", directory::rootPath));
    }

    /** The agencies of the round by type, as far as they may be shown apart to the person. */
    @Requires(VIEW)
    public List<Group> groups(RoundChoice round) {
        return seesAll() ? groups.all(round) : groups.apart(groups.all(round));
    }

    /**
     * Provinces and communes of the round by region. A region has few provinces, so only who sees every agency is shown them;
     * nobody else is shown any.
     */
    @Requires(VIEW)
    public List<RegionGroup> regions(RoundChoice round) {
        return seesAll() ? regions.of(round) : List.of();
    }

    /**
     * How agencies moved since the round of the country before: of all types together the whole and each dimension, and of
     * each type the whole. To those who do not see every agency no type is shown apart. Empty before the second round; a type
     * whose two rounds have levels that do not compare is left out.
     */
    @Requires(VIEW)
    public List<Movement> movement(RoundSelection rounds) {
        return movements.of(rounds, seesAll());
    }

    /** The changes of the version that lie between the last two rounds of the country. */
    @Requires(VIEW)
    public List<VersionStep> versions(RoundSelection rounds) {
        return movements.versions(rounds);
    }

    /** The agencies of the same type in the same round; empty when fewer than five handed in, or when they are not shown apart. */
    @Requires(VIEW)
    public Optional<Group> groupOf(AssessmentHead head) {
        caller.check(VIEW, head.agencyPath());
        return rounds(head.roundCode()).flatMap(rounds -> groups(rounds.shown()).stream()
                .filter(group -> group.types().equals(List.of(head.agencyType())) && !group.small()).findFirst());
    }

    /** Official level and index of the agency over the published rounds of the same model in which it took part. */
    @Requires(VIEW)
    public List<TrendPoint> trend(AssessmentHead head) {
        caller.check(VIEW, head.agencyPath());
        return trends.of(head.agencyId(), head.modelRef().split("/")[0]);
    }
}
