package vn.thang.dashboard.picture;

import java.util.List;
import java.util.Locale;
import vn.thang.dashboard.standing.ProvinceTiles.Tile;
import vn.thang.platform.ChartLook;
import vn.thang.platform.Sketch;
import vn.thang.platform.Texts;

/** The provinces as tiles near their true places, each with its level. */
record TilesPicture(List<Tile> tiles, boolean levels, int highest, Locale language) {

    private static final int GAP = 4;
    private static final int TALL = 40;
    private static final int KEY = 34;
    private static final float SMALL = 10;
    private static final int DARK = 4;

    TakenPicture with(String title, List<String> notes) {
        int columns = tiles.stream().mapToInt(Tile::column).max().orElse(1);
        int rows = tiles.stream().mapToInt(Tile::row).max().orElse(1);
        double wide = (TakenPicture.WIDTH - 2.0 * TakenPicture.MARGIN + GAP) / columns - GAP;
        return new TakenPicture(title, notes, rows * (TALL + GAP) + KEY, (sketch, top) -> {
            tiles.forEach(tile -> draw(sketch, tile, TakenPicture.MARGIN + (tile.column() - 1) * (wide + GAP),
                    top + (tile.row() - 1) * (TALL + GAP), wide));
            key(sketch, top + rows * (TALL + GAP) + GAP);
        }, List.of("code", "name", "level"), tiles.stream().map(tile -> List.of(tile.agency().code(),
                tile.agency().name(language), level(tile) == 0 ? "" : String.valueOf(level(tile)))).toList());
    }

    private int level(Tile tile) {
        return !levels || tile.agency().level() == null ? 0 : tile.agency().level();
    }

    private void draw(Sketch sketch, Tile tile, double x, double y, double wide) {
        int level = level(tile);
        String ink = level >= DARK ? "#FFFFFF" : Sketch.INK;
        String shown = level == 0 ? "–" : String.valueOf(level);
        sketch.box(x, y, wide, TALL, ChartLook.LEVELS.get(level), tile.agency().name(language) + ": " + shown);
        sketch.words(x + 6, y + 16, SMALL, ink, Sketch.Anchor.START, Sketch.lines(tile.name(), SMALL, wide - 8).get(0));
        sketch.words(x + 6, y + 34, 15, ink, Sketch.Anchor.START, shown);
    }

    /** What the colours mean, beside the numbers that the tiles bear. */
    private void key(Sketch sketch, double y) {
        double x = TakenPicture.MARGIN;
        for (int level = tiles.stream().anyMatch(tile -> level(tile) == 0) ? 0 : 1; level <= highest; level++) {
            String words = level == 0 ? "– " + Texts.text(language, "result.not-handed-in")
                    : Texts.text(language, "open.picture.level", String.valueOf(level));
            sketch.box(x, y, 16, 16, ChartLook.LEVELS.get(level), words);
            sketch.words(x + 22, y + 13, 12, Sketch.INK, Sketch.Anchor.START, words);
            x += 22 + Sketch.wide(words, 12) + 20;
        }
    }
}
