package vn.thang.dashboard.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.VersionStep;
import vn.thang.organisation.agency.AgencyType;

/** How agencies moved between two rounds of the country, as far as their levels compare. */
@ApplicationScoped
class RoundMovements {

    @Inject
    private Catalog catalog;

    @Inject
    private RoundFigures figures;

    @Inject
    private RecentFigures recent;

    private record Key(List<RecentFigures.State> rounds, List<RoundFigures.Step> steps) {
    }

    private boolean compares(RoundSelection.RoundStep step) {
        return catalog.compares(step.to().modelRef(), step.from().modelRef());
    }

    private static Map<String, RoundSelection.RoundStep> steps(RoundSelection rounds) {
        return rounds.steps(Set.copyOf(AgencyType.assessed()));
    }

    /** The changes of the version of the model between the two rounds. */
    List<VersionStep> versions(RoundSelection rounds) {
        return steps(rounds).values().stream().flatMap(
                step -> VersionStep.between(catalog, step.from().modelRef(), step.to().modelRef()).stream()).distinct()
                .toList();
    }

    /** @param seesAll whether single types may be shown to the person */
    List<Movement> of(RoundSelection rounds, boolean seesAll) {
        Map<String, RoundSelection.RoundStep> byType = new TreeMap<>(steps(rounds));
        byType.values().removeIf(step -> !compares(step));
        return byType.isEmpty() ? List.of() : of(byType, seesAll);
    }

    private List<Movement> of(Map<String, RoundSelection.RoundStep> byType, boolean seesAll) {
        List<RoundFigures.Step> steps = byType.entrySet().stream()
                .map(one -> new RoundFigures.Step(one.getKey(), one.getValue().from().id(), one.getValue().to().id()))
                .toList();
        List<RecentFigures.State> states = byType.values().stream().flatMap(step -> Stream.of(step.from(), step.to()))
                .distinct().map(RecentFigures.State::of).toList();
        List<Movement> all = recent.get(new Key(states, steps),
                () -> figures.movement(steps));
        Stream<Movement> together = all.stream().collect(Collectors.groupingBy(Movement::node, TreeMap::new,
                Collectors.reducing(Movement::and))).values().stream().flatMap(Optional::stream)
                .map(one -> new Movement(null, one.node(), one.rose(), one.stayed(), one.fell()));
        Stream<Movement> types = all.stream().filter(one -> one.node().isEmpty() && seesAll);
        return Stream.concat(together.filter(one -> seesAll || !one.small()), types).toList();
    }
}
