package vn.thang.dashboard.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Lets people take the levels of a round along, as a picture or as figures, with source, date and version. */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class LevelsPictures {

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private Catalog catalog;

    @Inject
    private PictureNotes notes;

    @Inject
    private Event<PictureEvent> events;

    /** What the bars stand for. */
    public enum By {
        TYPES, REGIONS;

        /**
         * Returns the one of this name; types where none is given.
         *
         * @throws BusinessException when there is none of this name
         */
        static By of(String name) {
            return name == null || name.isBlank() ? TYPES
                    : Stream.of(values()).filter(by -> by.name().equals(name)).findFirst()
                            .orElseThrow(() -> new BusinessException("picture.by", name));
        }
    }

    /**
     * Returns the levels of the groups that the person may be shown, and leaves a trace of who took them.
     *
     * @param round its code; null for the last that speaks for the country
     * @throws BusinessException.NotFound when there is no such round, or no group of it may be shown apart
     */
    @Requires(Permission.EXPORT)
    public byte[] levels(String round, By by, PictureForm form, Locale language) {
        RoundChoice shown = nationalRounds.rounds(round)
                .orElseThrow(() -> new BusinessException.NotFound("dashboard.no-round")).shown();
        int highest = catalog.find(shown.modelRef()).filter(MaturityModel::hasLevel)
                .orElseThrow(() -> new BusinessException.NotFound("catalog.overall.no-level")).highest();
        List<LevelsFigure.Row> rows = by == By.TYPES ? types(shown, language) : regions(shown, language);
        if (rows.isEmpty()) {
            throw new BusinessException.NotFound("dashboard.too-few");
        }
        LevelsFigure figure = new LevelsFigure(
                Texts.text(language, "picture.levels." + by, shown.name()), notes.of(shown, language), rows, highest,
                language);
        events.fire(new PictureEvent.LevelsTaken(shown.id(), by.toString(), form.toString()));
        return switch (form) {
            case PNG -> new LevelsDrawing(figure).png();
            case SVG -> new LevelsDrawing(figure).svg();
            case CSV -> figure.csv();
        };
    }

    private List<LevelsFigure.Row> types(RoundChoice round, Locale language) {
        return nationalRounds.groups(round).stream()
                .map(group -> new LevelsFigure.Row(types(group, language), group)).toList();
    }

    private List<LevelsFigure.Row> regions(RoundChoice round, Locale language) {
        return nationalRounds.regions(round).stream()
                .map(one -> new LevelsFigure.Row(Texts.text(language, "region." + one.region()) + ", "
                        + types(one.group(), language), one.group()))
                .toList();
    }

    private static String types(Group group, Locale language) {
        return group.types().stream().map(type -> Texts.text(language, "organisation.type." + type))
                .collect(Collectors.joining("; "));
    }
}
