package vn.thang.dashboard.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.ProvincePlace;

/** One tile for each province near its true place, as the catalog says. */
@ApplicationScoped
public class ProvinceTiles {

    @Inject
    private Catalog catalog;

    /** A province on the map, with its short name and its place in the grid, both counted from 1. */
    public record Tile(AgencyLine agency, String name, int column, int row) {
    }

    /** Tiles in reading order; a province without a place is left out of the map, not of the lists. */
    List<Tile> of(List<AgencyLine> provinces) {
        Map<String, ProvincePlace> places = catalog.tiles().stream()
                .collect(Collectors.toMap(ProvincePlace::code, Function.identity()));
        return provinces.stream().filter(agency -> places.containsKey(agency.code())).map(agency -> {
            ProvincePlace place = places.get(agency.code());
            return new Tile(agency, place.name(), place.column(), place.row());
        }).sorted(Comparator.comparingInt(Tile::row).thenComparingInt(Tile::column)).toList();
    }
}
