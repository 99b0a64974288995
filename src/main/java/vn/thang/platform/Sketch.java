package vn.thang.platform;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * A picture of shapes and words that is drawn once and given away in two forms: as points for those who paste it, as lines for
 * those who print it. Later parts lie above earlier ones; lengths are pixels of the lines.
 */
public final class Sketch {

    public static final String INK = "#16212B";
    public static final String QUIET = "#4A5A67";

    private static final int SHARP = 2;
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private final int width;
    private final int height;
    private final List<Part> parts = new ArrayList<>();

    /** A point of a shape. */
    public record Point(double x, double y) {
    }

    /** Where words stand to their place. */
    public enum Anchor {
        START, MIDDLE, END
    }

    private sealed interface Part {

        void draw(Graphics2D on);

        String svg();
    }

    public Sketch(int width, int height) {
        this.width = width;
        this.height = height;
        parts.add(new Shape(box(0, 0, width, height), "#FFFFFF", null, 0, false, null));
    }

    /** A filled box; the words are shown to those who point at it among lines. */
    public Sketch box(double x, double y, double wide, double tall, String fill, String words) {
        parts.add(new Shape(box(x, y, wide, tall), fill, null, 0, false, words));
        return this;
    }

    private static List<Point> box(double x, double y, double wide, double tall) {
        return List.of(new Point(x, y), new Point(x + wide, y), new Point(x + wide, y + tall), new Point(x, y + tall));
    }

    /** A closed shape. */
    public Sketch area(List<Point> points, String fill) {
        parts.add(new Shape(points, fill, null, 0, false, null));
        return this;
    }

    /** The line round a closed shape. */
    public Sketch outline(List<Point> points, String stroke, float thick, boolean dashed) {
        parts.add(new Shape(points, null, stroke, thick, dashed, null));
        return this;
    }

    /** Words in one line. */
    public Sketch words(double x, double y, float size, String ink, Anchor anchor, String words) {
        parts.add(new Words(x, y, size, ink, anchor, words));
        return this;
    }

    /** How wide the words are. */
    public static double wide(String words, float size) {
        return ChartLook.font(size).getStringBounds(words, MEASURE).getWidth();
    }

    /** The words in lines that are at most so wide. */
    public static List<String> lines(String words, float size, double most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && wide(longer, size) > most) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    public byte[] png() {
        BufferedImage image = new BufferedImage(width * SHARP, height * SHARP, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = image.createGraphics();
        on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        on.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        on.scale(SHARP, SHARP);
        parts.forEach(part -> part.draw(on));
        on.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** @param name of the picture, for those who do not see it */
    public byte[] svg(String name) {
        return parts.stream().map(Part::svg).collect(Collectors.joining("\n", """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
                font-family="Be Vietnam Pro, Noto Sans, sans-serif" role="img" aria-label="%3$s">
                """.formatted(width, height, escaped(name)), "\n</svg>\n")).getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private record Shape(List<Point> points, String fill, String stroke, float thick, boolean dashed, String words)
            implements
                Part {

        @Override
        public void draw(Graphics2D on) {
            Path2D path = new Path2D.Double();
            path.moveTo(points.get(0).x(), points.get(0).y());
            points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
            path.closePath();
            if (fill != null) {
                on.setColor(Color.decode(fill));
                on.fill(path);
            }
            if (stroke != null) {
                on.setColor(Color.decode(stroke));
                on.setStroke(new BasicStroke(thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f,
                        dashed ? new float[]{5, 3} : null, 0));
                on.draw(path);
            }
        }

        @Override
        public String svg() {
            String at = points.stream().map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y()))
                    .collect(Collectors.joining(" "));
            String line = stroke == null ? ""
                    : " stroke=\"" + stroke + "\" stroke-width=\"" + thick + "\""
                            + (dashed ? " stroke-dasharray=\"5 3\"" : "");
            String shape = "<polygon points=\"" + at + "\" fill=\"" + (fill == null ? "none" : fill) + "\"" + line;
            return words == null ? shape + "/>" : shape + "><title>" + escaped(words) + "</title></polygon>";
        }
    }

    private record Words(double x, double y, float size, String ink, Anchor anchor, String words) implements Part {

        @Override
        public void draw(Graphics2D on) {
            double wide = wide(words, size);
            on.setFont(ChartLook.font(size));
            on.setColor(Color.decode(ink));
            on.drawString(words, (float) (switch (anchor) {
                case START -> x;
                case MIDDLE -> x - wide / 2;
                case END -> x - wide;
            }), (float) y);
        }

        @Override
        public String svg() {
            return String.format(Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.0f\" fill=\"%s\" text-anchor=\"%s\">", x, y, size, ink,
                    anchor.name().toLowerCase(Locale.ROOT)) + escaped(words) + "</text>";
        }
    }
}
