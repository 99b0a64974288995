package vn.thang.matter.pack;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import vn.thang.platform.ChartLook;

/** The map of tiles as a picture for documents, in the colours of the pages; each tile says its level. */
final class PackPicture {

    static final int TILE = 96;
    private static final int GAP = 6;
    private static final float NAME = 17f;
    private static final float LEVEL = 30f;
    private static final int NAME_DOWN = 30;
    private static final int LEVEL_DOWN = 72;
    private static final int FIRST_DARK = 4;

    private PackPicture() {
    }

    /** How wide it may be to be no wider and no higher than this. */
    static double width(Pack.Tiles map, double widest, double highest) {
        return Math.min(widest, highest / ratio(map));
    }

    /** How high it is for a width of 1. */
    static double ratio(Pack.Tiles map) {
        return (double) rows(map) / columns(map);
    }

    private static int columns(Pack.Tiles map) {
        return map.tiles().stream().mapToInt(Pack.Tile::column).max().orElse(1);
    }

    private static int rows(Pack.Tiles map) {
        return map.tiles().stream().mapToInt(Pack.Tile::row).max().orElse(1);
    }

    static byte[] png(Pack.Tiles map) {
        BufferedImage image = new BufferedImage(columns(map) * TILE, rows(map) * TILE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        map.tiles().forEach(tile -> draw(pen, tile));
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void draw(Graphics2D pen, Pack.Tile tile) {
        int left = (tile.column() - 1) * TILE;
        int top = (tile.row() - 1) * TILE;
        pen.setColor(Color.decode(ChartLook.LEVELS.get(tile.level())));
        pen.fillRoundRect(left, top, TILE - GAP, TILE - GAP, GAP, GAP);
        pen.setColor(tile.level() >= FIRST_DARK ? Color.WHITE : ChartLook.INK);
        float size = NAME;
        pen.setFont(ChartLook.font(size));
        while (size > 9 && pen.getFontMetrics().stringWidth(tile.name()) > TILE - 2 * GAP) {
            size--;
            pen.setFont(ChartLook.font(size));
        }
        middle(pen, tile.name(), left, top + NAME_DOWN);
        pen.setFont(ChartLook.font(LEVEL));
        middle(pen, tile.level() == 0 ? "–" : String.valueOf(tile.level()), left, top + LEVEL_DOWN);
    }

    private static void middle(Graphics2D pen, String text, int left, int down) {
        FontMetrics metrics = pen.getFontMetrics();
        pen.drawString(text, left + (TILE - GAP - metrics.stringWidth(text)) / 2, down);
    }
}
