package vn.thang.matter.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.ruling.GivenVerdict;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Path;
import vn.thang.core.scoring.Raise;
import vn.thang.core.scoring.Scoring;
import vn.thang.dashboard.agency.AgencyProfile;
import vn.thang.matter.Matter;
import vn.thang.matter.Matters;
import vn.thang.matter.Respondent;
import vn.thang.matter.asking.Asking;
import vn.thang.matter.asking.MatterFigures;
import vn.thang.matter.register.MatterFilter;
import vn.thang.matter.register.MatterLine;
import vn.thang.matter.register.MatterList;
import vn.thang.matter.register.MatterOrder;
import vn.thang.matter.register.MatterSight;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.Time;
import vn.thang.platform.list.Cut;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * The plan by which an agency improves its published result. It is offered filled in: the raises of least effort to the
 * level that the programme asks for next. The agency names an owner and a day for each, or says why not; superiors read.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class ImprovementPlan {

    private static final int USUAL_MONTHS = 6;

    @Inject
    private MatterList list;

    @Inject
    private Matters matters;

    @Inject
    private MatterFigures figures;

    @Inject
    private AgencyProfile profiles;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * A raise that the path offers and that is not planned yet.
     *
     * @param modelRef model of the result
     * @param restricted whether only the agency and reviewers read the answer
     * @param from   the official answer as it is; null while there is none
     * @param to     the answer that it has to become
     * @param reason what a reviewer said of the answer; null where nobody did
     */
    public record Offer(String modelRef, String criterion, boolean restricted, String from, String to, String reason) {
    }

    /**
     * What is proposed for each offer, until the agency says otherwise.
     *
     * @param owner the head of the agency, or who else answers for it; null where nobody does
     * @param due   the last day that still counts for the target that asks for the level
     */
    public record Proposal(Respondent owner, LocalDate due) {
    }

    /**
     * What came of the measures whose first last day is over.
     *
     * @param kept how many were done by then
     */
    public record Kept(long kept, long of) {
    }

    /**
     * A plan as one person may see it: without restricted criteria where they may not read these.
     *
     * @param result   the published result that it improves
     * @param level    to which the path leads
     * @param offers   in model order
     * @param proposal owner and day that are proposed for them; null for who may not plan
     * @param measures planned, done, dropped and declined ones, what is due first at the top
     * @param earlier  measures after earlier results that are still open
     * @param readings measures about readings of the agency's own, whatever came of them
     * @param ifKept   the whole once every measure that is open or done is kept
     * @param hidden   whether criteria were left out
     * @param editable whether the person may plan for the agency
     */
    public record View(AgencyDetail agency, AssessmentView result, int level, List<Offer> offers,
            Proposal proposal, List<MatterLine> measures, List<MatterLine> earlier, List<MatterLine> readings,
            NodeScore ifKept, Kept kept, boolean hidden, boolean editable) {

        /** The whole as it is. */
        public NodeScore now() {
            return result.scored().official().whole();
        }

        /** Levels that can be aimed at. */
        public List<Integer> levels() {
            return IntStream.rangeClosed(now().level() + 1, result.scored().model().highest()).boxed()
                    .toList();
        }
    }

    /**
     * Returns the plan of the agency; empty before its first published result that has a level of the whole.
     *
     * @param level to which the path leads; null for the next that the programme asks for
     */
    @Requires(Permission.VIEW)
    public Optional<View> view(String agencyCode, Integer level) {
        AgencyDetail agency = agencies.get(agencyCode);
        caller.check(Permission.VIEW, agency.path());
        return published(agency).map(result -> view(agency, result, level));
    }

    /** The last published result of the agency; empty before the first. */
    Optional<AssessmentView> published(AgencyDetail agency) {
        return profiles.lastOfficial(agency.agency().code(), agency.path()).map(figures::result)
                .filter(result -> result.head().roundState() == RoundState.PUBLISHED)
                .filter(result -> result.scored().model().hasLevel());
    }

    private View view(AgencyDetail agency, AssessmentView result, Integer asked) {
        MatterSight sight = MatterSight.of(caller, Permission.VIEW, today());
        List<MatterLine> all = list.list(MatterFilter.measuresOf(agency.agency().code()), sight,
                Cut.whole(MatterOrder.NEXT, false)).rows();
        List<MatterLine> raising = all.stream().filter(line -> line.assessment() != null).toList();
        List<MatterLine> measures = raising.stream().filter(line -> line.assessment() == result.head().id()).toList();
        Set<String> planned = measures.stream().map(MatterLine::criterion).collect(Collectors.toSet());
        int level = level(result, asked);
        List<Offer> offers = raises(result, level).stream().filter(raise -> !result.isUnseen(raise.code()))
                .filter(raise -> !planned.contains(raise.code())).map(raise -> offer(result, raise)).toList();
        List<MatterLine> earlier = raising.stream().filter(MatterLine::open)
                .filter(line -> line.assessment() != result.head().id()).toList();
        List<MatterLine> readings = all.stream().filter(line -> line.about() == Matter.About.TARGET).toList();
        boolean editable = caller.can(Permission.ANSWER, agency.path());
        return new View(agency, result, level, offers, editable ? proposal(result, level) : null, measures, earlier,
                readings, ifKept(result, measures), kept(all), result.hidden(), editable);
    }

    /** The head is proposed as owner, and the day of the phase whose target asks for the level. */
    Proposal proposal(AssessmentView result, int level) {
        LocalDate usual = today().plusMonths(USUAL_MONTHS);
        return new Proposal(matters.respondents(result.head().agencyId(), today()).stream().findFirst().orElse(null),
                demanding(result, level).map(target -> target.phase().due())
                        .filter(due -> !due.isBefore(today()) && !due.isAfter(today().plusYears(Asking.LATEST_YEARS)))
                        .orElse(usual));
    }

    /** Returns how many raises lead to the level that is asked for next. */
    int offers(AssessmentView result) {
        return raises(result, level(result, null)).size();
    }

    static List<Raise> raises(AssessmentView result, int level) {
        return Path.toLevel(result.scored().model(), result.scored().answers(), level).map(Path::raises)
                .orElse(List.of());
    }

    static Offer offer(AssessmentView result, Raise raise) {
        GivenVerdict verdict = result.verdicts().get(raise.code());
        return new Offer(result.head().modelRef(), raise.code(), result.scored().criterion(raise.code()).restricted(),
                raise.from().map(Answer::written).orElse(null),
                raise.to().written(),
                verdict == null ? null : verdict.reason());
    }

    /** The level that is asked for; else the one that the programme demands next of the type, or the next one. */
    private int level(AssessmentView result, Integer asked) {
        int next = result.scored().official().whole().level() + 1;
        int demanded = demanding(result, next).map(target -> target.level().getAsInt()).orElse(next);
        int highest = result.scored().model().highest();
        return Math.max(Math.min(next, highest), Math.min(highest, asked == null ? demanded : asked));
    }

    /** The target that asks first for a level of the type of the agency that is so high. */
    private Optional<ProgrammeTarget> demanding(AssessmentView result, int level) {
        return catalog.programme().maturityTargets().stream()
                .filter(target -> target.scope().contains(result.head().agencyType()))
                .filter(target -> target.level().getAsInt() >= level)
                .min(Comparator.comparing((ProgrammeTarget target) -> target.phase().due())
                        .thenComparing(target -> target.level().getAsInt()));
    }

    /** The whole with the answers to which the measures lead, by the same function as every score. */
    private static NodeScore ifKept(AssessmentView result, List<MatterLine> measures) {
        Answers answers = result.scored().answers();
        for (MatterLine measure : measures) {
            if (measure.state() != Matter.State.DROPPED) {
                answers = answers.with(measure.criterion(), Answer
                        .parse(result.scored().criterion(measure.criterion()).scale(), measure.raiseTo()));
            }
        }
        return Scoring.score(result.scored().model(), answers).whole();
    }

    /** What was declined from the beginning was never promised. */
    private Kept kept(List<MatterLine> measures) {
        List<MatterLine> promised = measures.stream().filter(line -> line.personId() != null)
                .filter(line -> line.firstDueOn().isBefore(today()) || line.state() == Matter.State.DONE).toList();
        return new Kept(promised.stream().filter(line -> line.state() == Matter.State.DONE
                && !LocalDate.ofInstant(line.endedAt(), Time.ZONE).isAfter(line.firstDueOn())).count(),
                promised.size());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
