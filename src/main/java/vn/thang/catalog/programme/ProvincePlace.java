package vn.thang.catalog.programme;

import java.util.List;

/**
 * Where a province stands on the map of tiles, near its true place.
 *
 * @param code   of the agency
 * @param name   short enough for a tile
 * @param column from 1 in the west
 * @param row    from 1 in the north
 * @param region key of its region; empty where it is in none
 */
public record ProvincePlace(String code, String name, int column, int row, String region) {

    private static final int REGION = 4;

    /** Reads them in the order of the file, below its line of headings. */
    public static List<ProvincePlace> list(String csv) {
        return csv.lines().skip(1).map(line -> line.split(",")).map(field -> new ProvincePlace(field[0], field[1],
                Integer.parseInt(field[2]), Integer.parseInt(field[3]),
                field.length > REGION ? field[REGION].strip() : "")).toList();
    }
}
