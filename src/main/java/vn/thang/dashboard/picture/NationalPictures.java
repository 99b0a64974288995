package vn.thang.dashboard.picture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.ResultStanding;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.dashboard.round.Movement;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.PictureEvent;
import vn.thang.dashboard.round.PictureForm;
import vn.thang.dashboard.round.PictureNotes;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.standing.NationalStandings;
import vn.thang.dashboard.standing.ProvinceTiles;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Lets people take along how results moved, the tiles of the provinces and the radar of an agency: as pictures or as figures,
 * with source, date and version. What the pages keep from a person these keep too.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class NationalPictures {

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalStandings standings;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private PictureNotes notes;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    @Inject
    private Event<PictureEvent> events;

    /**
     * Returns how results moved up to the last round of the country that the shown one knows.
     *
     * @param round its code; null for the last that speaks for the country
     * @throws BusinessException.NotFound when there is no such round, or nothing to compare it with
     */
    @Requires(Permission.EXPORT)
    public byte[] movement(String round, PictureForm form, Locale language) {
        RoundSelection rounds = rounds(round);
        List<Movement> movement = nationalRounds.movement(rounds);
        if (movement.isEmpty()) {
            throw new BusinessException.NotFound("picture.no-movement");
        }
        RoundChoice basis = rounds.basis();
        List<String> below = new ArrayList<>(notes.of(basis, language));
        below.add(Texts.text(language, "movement.note"));
        nationalRounds.versions(rounds).forEach(step -> below.add(step.movement(language)));
        List<String> nodes = Stream.concat(Stream.of(""),
                catalog.model(basis.modelRef()).dimensions().stream().map(Dimension::code)).toList();
        TakenPicture picture = new MovementPicture(movement, nodes, catalog.texts(basis.modelRef(), language), language)
                .with(Texts.text(language, "movement.title", basis.name()), below);
        events.fire(new PictureEvent.FiguresTaken("movement", "round", basis.id(), form.toString()));
        return picture.in(form);
    }

    /**
     * Returns the levels of the provinces on their places.
     *
     * @param round its code; null for the last that speaks for the provinces
     * @throws BusinessException.NotFound when there is no such round, or the person does not see every province
     */
    @Requires(Permission.EXPORT)
    public byte[] tiles(String round, PictureForm form, Locale language) {
        RoundSelection rounds = rounds(round);
        RoundChoice shown = round == null ? rounds.basis("province") : rounds.shown();
        List<ProvinceTiles.Tile> tiles = standings.tiles(shown);
        if (tiles.isEmpty()) {
            throw new BusinessException.NotFound("dashboard.too-few");
        }
        MaturityModel model = catalog.model(shown.modelRef());
        TakenPicture picture = new TilesPicture(tiles, model.hasLevel(), model.highest(), language)
                .with(Texts.text(language, "picture.tiles", shown.name()), notes.of(shown, language));
        events.fire(new PictureEvent.FiguresTaken("tiles", "round", shown.id(), form.toString()));
        return picture.in(form);
    }

    /**
     * Returns the levels of an agency's dimensions beside its group.
     *
     * @throws BusinessException.NotFound  when there is no such assessment
     * @throws BusinessException.Forbidden when the person may not see the agency, or take nothing of it along
     */
    @Requires(Permission.EXPORT)
    public byte[] radar(long assessment, PictureForm form, Locale language) {
        AssessmentView view = assessments.view(assessment);
        AssessmentHead head = view.head();
        caller.check(Permission.EXPORT, head.agencyPath());
        TakenPicture picture = new RadarPicture(view, nationalRounds.groupOf(head),
                catalog.texts(head.modelRef(), language), language).with(
                        Texts.text(language, "picture.radar", head.agencyName(), head.roundName()),
                        notes.of(head.roundName(), ResultStanding.of(head).key(), head.handedInAt(), head.modelRef(),
                                language));
        events.fire(new PictureEvent.FiguresTaken("radar", "assessment", head.id(), form.toString()));
        return picture.in(form);
    }

    private RoundSelection rounds(String round) {
        return nationalRounds.rounds(round).orElseThrow(() -> new BusinessException.NotFound("dashboard.no-round"));
    }
}
