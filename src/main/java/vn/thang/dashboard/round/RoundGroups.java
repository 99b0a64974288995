package vn.thang.dashboard.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.target.NationalFigure;

/** The agencies of rounds by type, and which of these groups may be shown apart. */
@ApplicationScoped
public class RoundGroups {

    @Inject
    private Catalog catalog;

    @Inject
    private RoundFigures figures;

    @Inject
    private RecentFigures recent;

    private record Key(RecentFigures.State round) {
    }

    List<Group> all(RoundChoice round) {
        return recent.get(new Key(RecentFigures.State.of(round)), () -> figures.groups(round.id()));
    }

    /**
     * The groups that may be shown apart. Types are put together only where they count for the same targets, so that no
     * difference between two figures gives a small group away.
     */
    public List<Group> apart(List<Group> groups) {
        Map<List<String>, List<Group>> alike = groups.stream().collect(
                Collectors.groupingBy(this::targetsOf, LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream().flatMap(some -> Group.withoutSmall(some).stream()).toList();
    }

    private List<String> targetsOf(Group group) {
        return catalog.programme().targets().stream()
                .filter(target -> target.level().isPresent() && target.scope().containsAll(group.types()))
                .map(ProgrammeTarget::code).toList();
    }

    public List<Group> inScope(ProgrammeTarget target, RoundChoice round) {
        return all(round).stream().filter(group -> target.scope().containsAll(group.types())).toList();
    }

    public List<Group> inScope(NationalFigure<RoundChoice> figure) {
        return figure.distinct().stream().flatMap(round -> all(round).stream()
                .filter(group -> round == figure.rounds().get(group.onlyType()))).toList();
    }
}
