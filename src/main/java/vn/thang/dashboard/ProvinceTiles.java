package vn.thang.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One tile for each province near its true place, from maturity-model/programme/tiles.csv. */
@ApplicationScoped
class ProvinceTiles {

    private final Map<String, Place> places = new HashMap<>();

    /** A short name and a place in the grid, both counted from 1. */
    record Place(String name, int column, int row) {
    }

    /** A province on the map. */
    public record Tile(AgencyLine agency, String name, int column, int row) {
    }

    ProvinceTiles() {
        try (InputStream file = ProvinceTiles.class.getResourceAsStream("/maturity-model/programme/tiles.csv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(",")).forEach(field ->
                    places.put(field[0], new Place(field[1], Integer.parseInt(field[2]), Integer.parseInt(field[3]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tiles in reading order; a province without a place is left out of the map, not of the lists. */
    List<Tile> of(List<AgencyLine> provinces) {
        return provinces.stream().filter(agency -> places.containsKey(agency.code())).map(agency -> {
            Place place = places.get(agency.code());
            return new Tile(agency, place.name(), place.column(), place.row());
        }).sorted(Comparator.comparingInt(Tile::row).thenComparingInt(Tile::column)).toList();
    }
}
