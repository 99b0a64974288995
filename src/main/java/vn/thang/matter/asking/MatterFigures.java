package vn.thang.matter.asking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.ResultStanding;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.NodeScore;
import vn.thang.dashboard.agency.AgencyProfile;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.matter.Matter.About;
import vn.thang.matter.MatterFigure;
import vn.thang.matter.MatterSubject;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;

/** What a matter can be about, with its figure of now, from the pages on which the same figure stands. */
@ApplicationScoped
public class MatterFigures {

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Inject
    private AgencyProfile profiles;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private ReadingFigures readings;

    /** @throws BusinessException.NotFound when there is no such target */
    public MatterFigure ofTarget(String code) {
        TargetLine line = rounds.rounds(null).map(found -> targets.shared(found, code))
                .orElseThrow(() -> new BusinessException.NotFound("target.unknown", code));
        return MatterFigure.ofTarget(line.today(), line.target().demand().value(), line.percent(), line.status(),
                line.known() ? line.trend().get(line.trend().size() - 1).label() : null);
    }

    MatterSubject target(String code, String agencyCode) {
        MatterFigure figure = ofTarget(code);
        AgencyDetail agency = agencies.get(agencyCode);
        return new MatterSubject(About.TARGET, agency.agency().id(), agency.path(), code, null, false, figure);
    }

    MatterSubject agency(String agencyCode) {
        AgencyDetail agency = agencies.get(agencyCode);
        MatterFigure figure = profiles.view(agencyCode, agency.path(), agency.agency().parentCode())
                .flatMap(view -> Optional.ofNullable(view.agency().in(view.basis())).map(result -> MatterFigure
                        .ofResult(BigDecimal.valueOf(result.index()), result.level(), view.basis().name(),
                                view.basis().standing())))
                .orElse(MatterFigure.NONE);
        return new MatterSubject(About.AGENCY, agency.agency().id(), agency.path(), null, null, false, figure);
    }

    /** @throws BusinessException.NotFound where the assessment is of a rehearsal, which is removed one day */
    public AssessmentView result(long assessment) {
        AssessmentView view = assessments.view(assessment);
        if (rounds.rounds(view.head().roundCode()).filter(round -> !round.shown().rehearsal()).isEmpty()) {
            throw new BusinessException.NotFound("matter.rehearsal");
        }
        return view;
    }

    MatterSubject scorecard(AssessmentView view) {
        NodeScore whole = view.scored().official().whole();
        return of(view.head(), About.SCORECARD, null, false, MatterFigure.ofResult(whole.index().toDecimal(1),
                whole.level(), view.head().roundName(), ResultStanding.of(view.head()).key()));
    }

    /** A dimension of a result: others see of it its level alone, as the heat map shows it. */
    MatterSubject dimension(AssessmentView view, String dimension) {
        return of(view.head(), About.DIMENSION, dimension, false,
                MatterFigure.ofResult(null, view.scored().official().node(dimension).level(), view.head().roundName(),
                        ResultStanding.of(view.head()).key()));
    }

    /**
     * A criterion of a result: its level, and beside it what is measured; what lapsed is not.
     *
     * @throws BusinessException.NotFound when there is no such criterion for this person
     */
    public MatterSubject criterion(AssessmentView view, String criterion) {
        boolean restricted = view.scored().criterion(criterion).restricted();
        if (view.isUnseen(criterion)) {
            throw new BusinessException.NotFound("assessment.unknown-criterion", criterion);
        }
        OptionalInt own = view.scored().answers().of(criterion).map(Answer::ownLevel).orElse(OptionalInt.empty());
        Integer level = own.isPresent() ? Integer.valueOf(own.getAsInt()) : null;
        MatterFigure figure = MatterFigure.ofResult(null, level, view.head().roundName(),
                ResultStanding.of(view.head()).key());
        MeasuredLevels.Measured measured = view.scored().readings().get(criterion);
        return of(view.head(), About.CRITERION, criterion, restricted,
                measured == null || !measured.used()
                        || !restricted && readings.isRestricted(measured.indicator().code()) ? figure
                                : figure.measured(measured.level(), readings.of(measured)));
    }

    private static MatterSubject of(AssessmentHead head, About about, String criterion, boolean restricted,
            MatterFigure figure) {
        return new MatterSubject(about, head.agencyId(), head.agencyPath(), criterion, head.id(), restricted, figure);
    }
}
