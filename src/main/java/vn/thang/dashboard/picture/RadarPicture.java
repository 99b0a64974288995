package vn.thang.dashboard.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.core.model.Dimension;
import vn.thang.dashboard.round.Distribution;
import vn.thang.dashboard.round.Group;
import vn.thang.platform.ChartLook;
import vn.thang.platform.Formats;
import vn.thang.platform.Sketch;
import vn.thang.platform.Sketch.Point;
import vn.thang.platform.Texts;

/** The levels of an agency's dimensions round a middle, beside those of its group where that may be shown. */
record RadarPicture(AssessmentView view, Optional<Group> group, ModelTexts texts, Locale language) {

    private static final int TALL = 420;
    private static final double MIDDLE = TakenPicture.WIDTH / 2.0;
    private static final double RADIUS = 160;
    private static final String GRID = "#DDE4E8";
    private static final String BAND = "#E3E8EC";

    TakenPicture with(String title, List<String> notes) {
        List<String> head = new ArrayList<>(List.of("dimension", "name", "level"));
        group.ifPresent(one -> head.addAll(List.of("median", "quartile_1", "quartile_3")));
        return new TakenPicture(title, notes, TALL + 40, this::draw, head,
                dimensions().stream().map(this::row).toList());
    }

    private List<Dimension> dimensions() {
        return view.scored().model().dimensions();
    }

    private int level(Dimension dimension) {
        return view.scored().official().node(dimension.code()).level();
    }

    private List<String> row(Dimension dimension) {
        List<String> row = new ArrayList<>(List.of(dimension.code(), texts.dimension(dimension.code()).name(),
                String.valueOf(level(dimension))));
        group.map(one -> one.dimension(dimension.code())).ifPresent(levels -> row.addAll(List.of(
                String.valueOf(levels.median()), String.valueOf(levels.quartile(1)),
                String.valueOf(levels.quartile(3)))));
        return row;
    }

    private void draw(Sketch sketch, int top) {
        double centre = top + TALL / 2.0;
        int highest = view.scored().model().highest();
        group.ifPresent(one -> sketch.area(ring(centre, quartiles(one, 3)), BAND)
                .area(ring(centre, quartiles(one, 1)), "#FFFFFF"));
        for (int level = 1; level <= highest; level++) {
            sketch.outline(ring(centre, Collections.nCopies(dimensions().size(), level)), GRID, 1, false);
        }
        group.ifPresent(one -> sketch.outline(ring(centre, quartiles(one, 2)), Sketch.QUIET, 1.5f, true));
        sketch.outline(ring(centre, dimensions().stream().map(this::level).toList()), ChartLook.LEVELS.get(5), 3,
                false);
        for (int i = 0; i < dimensions().size(); i++) {
            Point end = at(centre, i, highest * 1.12);
            double side = Math.sin(angle(i));
            sketch.words(end.x(), end.y() + 4, 12, Sketch.INK, Math.abs(side) < 0.1 ? Sketch.Anchor.MIDDLE
                    : side > 0 ? Sketch.Anchor.START : Sketch.Anchor.END,
                    texts.dimension(dimensions().get(i).code()).shortName() + " · " + level(dimensions().get(i)));
        }
        List<String> words = Sketch.lines(legend(), 12, TakenPicture.WIDTH - 2.0 * TakenPicture.MARGIN);
        for (int i = 0; i < words.size(); i++) {
            sketch.words(TakenPicture.MARGIN, top + TALL + 14 + 17 * i, 12, Sketch.INK, Sketch.Anchor.START,
                    words.get(i));
        }
    }

    private String legend() {
        return group.map(one -> Texts.text(language, "scorecard.radar.group",
                Formats.number(one.handedIn(), language),
                Texts.text(language, "organisation.type." + one.onlyType())))
                .orElseGet(() -> Texts.text(language, "scorecard.radar.alone"));
    }

    private List<Integer> quartiles(Group one, int quarter) {
        return dimensions().stream().map(dimension -> one.dimension(dimension.code()))
                .map((Distribution levels) -> levels.quartile(quarter)).toList();
    }

    private List<Point> ring(double centre, List<Integer> levels) {
        return IntStream.range(0, levels.size()).mapToObj(i -> at(centre, i, levels.get(i))).toList();
    }

    private Point at(double centre, int axis, double level) {
        double far = RADIUS * level / view.scored().model().highest();
        return new Point(MIDDLE + Math.sin(angle(axis)) * far, centre - Math.cos(angle(axis)) * far);
    }

    private double angle(int axis) {
        return 2 * Math.PI * axis / dimensions().size();
    }
}
