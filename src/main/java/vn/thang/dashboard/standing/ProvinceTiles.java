package vn.thang.dashboard.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;

/** One tile for each province near its true place, as the catalog says. */
@ApplicationScoped
public class ProvinceTiles {

    @Inject
    private Catalog catalog;

    private record Place(String name, int column, int row) {
    }

    /** A province on the map, with its short name and its place in the grid, both counted from 1. */
    public record Tile(AgencyLine agency, String name, int column, int row) {
    }

    /** Tiles in reading order; a province without a place is left out of the map, not of the lists. */
    List<Tile> of(List<AgencyLine> provinces) {
        Map<String, Place> places = catalog.tiles().lines().skip(1).map(line -> line.split(","))
                .collect(Collectors.toMap(
                        field -> field[0],
                        field -> new Place(field[1], Integer.parseInt(field[2]), Integer.parseInt(field[3]))));
        return provinces.stream().filter(agency -> places.containsKey(agency.code())).map(agency -> {
            Place place = places.get(agency.code());
            return new Tile(agency, place.name(), place.column(), place.row());
        }).sorted(Comparator.comparingInt(Tile::row).thenComparingInt(Tile::column)).toList();
    }
}
