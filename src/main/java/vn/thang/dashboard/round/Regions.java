package vn.thang.dashboard.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thang.catalog.Catalog;

/** The regions of the country: which province belongs to which, as the catalog says, and how their agencies stand. */
@ApplicationScoped
class Regions {

    @Inject
    private Catalog catalog;

    @Inject
    private RoundFigures figures;

    @Inject
    private RecentFigures recent;

    private record Key(RecentFigures.State round) {
    }

    /** Returns each type of each region, the regions in the order of the map from north to south; one statement. */
    List<RegionGroup> of(RoundChoice round) {
        return recent.get(new Key(RecentFigures.State.of(round)), () -> reckoned(round));
    }

    private List<RegionGroup> reckoned(RoundChoice round) {
        Map<String, String> regions = regions();
        Map<String, Map<String, Group>> sums = new LinkedHashMap<>();
        regions.values().forEach(region -> sums.putIfAbsent(region, new LinkedHashMap<>()));
        figures.provinces(round.id()).forEach((province, groups) -> groups.stream()
                .filter(group -> regions.containsKey(province)).forEach(group -> sums.get(regions.get(province))
                        .merge(group.onlyType(), group, Group::alike)));
        List<RegionGroup> all = new ArrayList<>();
        sums.forEach((region, types) -> types.values().forEach(group -> all.add(new RegionGroup(region, group))));
        return all;
    }

    /** Codes of provinces to keys of regions; a province without one is in none. */
    private Map<String, String> regions() {
        Map<String, String> regions = new LinkedHashMap<>();
        catalog.tiles().stream().filter(place -> !place.region().isEmpty())
                .forEach(place -> regions.put(place.code(), place.region()));
        return regions;
    }
}
