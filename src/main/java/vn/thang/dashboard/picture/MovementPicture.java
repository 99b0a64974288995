package vn.thang.dashboard.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.dashboard.round.Movement;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.ChartLook;
import vn.thang.platform.Formats;
import vn.thang.platform.Sketch;
import vn.thang.platform.Texts;

/** Bars of how many agencies rose, stayed and fell: the whole, its dimensions, and the types of agency. */
record MovementPicture(List<Movement> movement, List<String> dimensions, ModelTexts texts, Locale language) {

    private static final int ROW = 38;
    private static final int LEFT = 300;
    private static final int BAR = TakenPicture.WIDTH - LEFT - TakenPicture.MARGIN;
    private static final float SMALL = 11;
    private static final String ROSE = ChartLook.LEVELS.get(4);
    private static final String STAYED = ChartLook.LEVELS.get(1);
    private static final String FELL = "#A4161A";

    TakenPicture with(String title, List<String> notes) {
        List<Movement> rows = rows();
        return new TakenPicture(title, notes, ROW * rows.size(), (sketch, top) -> {
            int y = top;
            for (Movement row : rows) {
                draw(sketch, y, row);
                y += ROW;
            }
        }, List.of("of", "rose", "stayed", "fell"), rows.stream().map(row -> List.of(name(row),
                String.valueOf(row.rose()), String.valueOf(row.stayed()), String.valueOf(row.fell()))).toList());
    }

    /** The whole, the dimensions in the order of the model, then the types from the ministries to the communes. */
    private List<Movement> rows() {
        List<Movement> rows = new ArrayList<>(movement);
        rows.sort(Comparator.comparing((Movement one) -> one.type() != null)
                .thenComparingInt(one -> one.type() != null ? AgencyType.assessed().indexOf(one.type())
                        : dimensions.indexOf(one.node())));
        return rows;
    }

    private void draw(Sketch sketch, int y, Movement row) {
        List<String> lines = Sketch.lines(name(row), 12, LEFT - TakenPicture.MARGIN - 8);
        for (int i = 0; i < lines.size(); i++) {
            sketch.words(TakenPicture.MARGIN, y + 13 + 15 * i, 12, Sketch.INK, Sketch.Anchor.START, lines.get(i));
        }
        double rose = BAR * row.share(row.rose()) / 100;
        double fell = BAR * row.share(row.fell()) / 100;
        sketch.box(LEFT, y, BAR, 16, STAYED, said("movement.stayed", row, row.stayed()));
        sketch.box(LEFT, y, rose, 16, ROSE, said("movement.rose", row, row.rose()));
        sketch.box(LEFT + BAR - fell, y, fell, 16, FELL, said("movement.fell", row, row.fell()));
        sketch.words(LEFT, y + 28, SMALL, Sketch.QUIET, Sketch.Anchor.START,
                said("movement.rose", row, row.rose()) + "   " + said("movement.stayed", row, row.stayed()) + "   "
                        + said("movement.fell", row, row.fell()));
    }

    private String said(String key, Movement row, long part) {
        return Texts.text(language, key) + ": " + Formats.number(part, language) + " ("
                + Formats.percent(row.share(part), language) + ")";
    }

    private String name(Movement one) {
        return one.type() != null ? Texts.text(language, "organisation.type." + one.type())
                : one.node().isEmpty() ? Texts.text(language, "movement.whole") : texts.dimension(one.node()).name();
    }
}
