package vn.thang.dashboard.picture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.dashboard.round.PictureForm;
import vn.thang.platform.InertText;
import vn.thang.platform.Sketch;

/**
 * A picture between its title and its notes, and the figures behind it.
 *
 * @param notes  source, date and version, in the language of the file
 * @param height of what is drawn between title and notes
 * @param head   names of the columns for programs
 * @param rows   the figures, text and numbers as programs read them
 */
record TakenPicture(String title, List<String> notes, int height, Drawing drawing, List<String> head,
        List<List<String>> rows) {

    static final int WIDTH = 840;
    static final int MARGIN = 16;
    private static final int LINE = 17;
    private static final float TITLE = 16;
    private static final float NOTE = 12;

    /** What is drawn below the title. */
    @FunctionalInterface
    interface Drawing {

        /** @param top where it begins */
        void on(Sketch sketch, int top);
    }

    byte[] in(PictureForm form) {
        return switch (form) {
            case PNG -> sketch().png();
            case SVG -> sketch().svg(title);
            case CSV -> csv();
        };
    }

    private Sketch sketch() {
        List<String> above = Sketch.lines(title, TITLE, WIDTH - 2 * MARGIN);
        List<String> below = notes.stream()
                .flatMap(note -> Sketch.lines(note, NOTE, WIDTH - 2 * MARGIN).stream()).toList();
        int top = MARGIN + 22 * above.size() + 8;
        Sketch sketch = new Sketch(WIDTH, top + height + 24 + LINE * below.size());
        for (int i = 0; i < above.size(); i++) {
            sketch.words(MARGIN, MARGIN + 14 + 22 * i, TITLE, Sketch.INK, Sketch.Anchor.START, above.get(i));
        }
        drawing.on(sketch, top);
        for (int i = 0; i < below.size(); i++) {
            sketch.words(MARGIN, top + height + 22 + LINE * i, NOTE, Sketch.QUIET, Sketch.Anchor.START, below.get(i));
        }
        return sketch;
    }

    private byte[] csv() {
        List<String> lines = new ArrayList<>(List.of("# " + title));
        notes.forEach(note -> lines.add("# " + note));
        lines.add(String.join(",", head));
        rows.forEach(row -> lines.add(row.stream().map(TakenPicture::cell).collect(Collectors.joining(","))));
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String value) {
        return value.matches("-?[0-9]+(\\.[0-9]+)?|") ? value : "\"" + InertText.of(value).replace("\"", "\"\"") + "\"";
    }
}
