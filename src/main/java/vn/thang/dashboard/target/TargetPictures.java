package vn.thang.dashboard.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.core.target.Coverage;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.PictureForm;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Formats;
import vn.thang.platform.Texts;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Lets people take the trajectory of a target along, as a picture or as figures, with its source, date and version. */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class TargetPictures {

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalTargets nationalTargets;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Inject
    private Event<TargetEvent> events;

    /**
     * Returns the trajectory as a file, and leaves a trace of who took it.
     *
     * @param round code of the round up to which figures are shown; null for the last that speaks for the country
     * @throws BusinessException.NotFound when there is no such target or round
     */
    @Requires(Permission.EXPORT)
    public byte[] trajectory(String code, String round, PictureForm form, Locale language) {
        RoundSelection rounds = nationalRounds.rounds(round)
                .orElseThrow(() -> new BusinessException.NotFound("dashboard.no-round"));
        TargetLine line = nationalTargets.target(rounds, code);
        List<SeriesMark> marks = SeriesMark.of(line, catalog, language);
        List<String> notes = new ArrayList<>(notes(line, rounds, language));
        marks.forEach(mark -> notes.add(mark.text()));
        TrajectoryFigure figure = new TrajectoryFigure(line, title(line, language), notes, marks, language);
        events.fire(new TargetEvent.PictureTaken(code, form.toString(), rounds.basis().code()));
        return switch (form) {
            case PNG -> new TrajectoryDrawing(figure).png();
            case SVG -> new TrajectoryDrawing(figure).svg();
            case CSV -> figure.csv();
        };
    }

    private String title(TargetLine line, Locale language) {
        return line.target().code() + " · " + catalog.programmeTexts(language).target(line.target().code()).name();
    }

    /** Where the figures come from, of which day they are and by which version they were made. */
    private List<String> notes(TargetLine line, RoundSelection rounds, Locale language) {
        Programme programme = catalog.programme();
        ProgrammeTexts texts = catalog.programmeTexts(language);
        String source = line.measured() == null ? rounds.basis().name()
                : texts.source(line.measured().indicator().source());
        String version = line.measured() == null ? rounds.basis().modelRef()
                : programme.id() + "/" + programme.version();
        LocalDate known = line.known() ? line.trend().get(line.trend().size() - 1).on() : null;
        List<String> notes = new ArrayList<>(List.of(
                Texts.text(language, "picture.source", source, known == null ? "–" : known),
                Texts.text(language, "picture.made", version, LocalDate.now(clock))));
        if (line.measured() != null) {
            notes.add(Texts.text(language, "picture.status", status(line, language),
                    Texts.text(language, "target.reported", Formats.number(coverage(line).reported(), language),
                            Formats.number(coverage(line).due(), language)),
                    line.measured().period()));
        }
        return List.copyOf(notes);
    }

    private static String status(TargetLine line, Locale language) {
        String status = Texts.text(language, "target.status." + line.status());
        return line.stale() ? status + " (" + Texts.text(language, "target.stale") + ")" : status;
    }

    private static Coverage coverage(TargetLine line) {
        return line.measured().figure().coverage();
    }
}
