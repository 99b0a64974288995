package vn.thang.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.thang.assessment.conduct.calendar.ComingRound;
import vn.thang.assessment.conduct.calendar.RoundCalendar;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.discrepancy.Discrepancy;
import vn.thang.assessment.discrepancy.DiscrepancyFilter;
import vn.thang.assessment.discrepancy.DiscrepancyRegister;
import vn.thang.assessment.reply.Objections;
import vn.thang.assessment.reply.PanelDecision;
import vn.thang.assessment.review.AssessmentReview;
import vn.thang.assessment.review.WaitingReviews;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.ProgrammeVerdict;
import vn.thang.indicator.source.ReadingSources;
import vn.thang.matter.plan.PlanOffers;
import vn.thang.matter.register.MatterRegister;
import vn.thang.notice.mail.FailedMails;
import vn.thang.notice.mail.LetterOrder;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.organisation.agency.directory.DirectoryFilter;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.organisation.people.administration.PeopleFilter;
import vn.thang.organisation.people.granting.RoleAgreement;
import vn.thang.platform.Time;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.work.Work;
import vn.thang.platform.work.WorkFilter;
import vn.thang.platform.work.WorkOrder;
import vn.thang.report.room.ReportRoom;
import vn.thang.sampling.SampleJudging;
import vn.thang.security.Caller;
import vn.thang.security.Grant;
import vn.thang.security.Permission;
import vn.thang.security.Requires;
import vn.thang.security.Role;
import vn.thang.work.WorkAdministration;

/**
 * Gathers what waits for a person beyond the assessments of their own agencies: one desk for each role, each by a fixed number
 * of statements. Every number comes from the use case of the page to which it leads, with the rights of that use case.
 */
@ApplicationScoped
@Transactional
@Requires({Permission.VIEW, Permission.CONTRIBUTE})
public class WorkAhead {

    private static final int MOST_EXCEPTIONS = 6;
    private static final DiscrepancyFilter WHOLE_REGISTER = new DiscrepancyFilter(null, null, null, null, null, null);
    private static final DiscrepancyFilter UNEXPLAINED = new DiscrepancyFilter(null, Discrepancy.State.OPEN, null, null,
            null, null);

    @Inject
    private AssessmentReview review;

    @Inject
    private PanelDecision panel;

    @Inject
    private SampleJudging samples;

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalTargets nationalTargets;

    @Inject
    private DiscrepancyRegister register;

    @Inject
    private RoundCalendar calendar;

    @Inject
    private ReportRoom reports;

    @Inject
    private ReadingSources sources;

    @Inject
    private WorkAdministration work;

    @Inject
    private FailedMails mails;

    @Inject
    private PeopleAdministration people;

    @Inject
    private RoleAgreement roles;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private MatterRegister matters;

    @Inject
    private PlanOffers plans;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * Lists the desks of the person, the most urgent first.
     *
     * @param coming the rounds that run or come, as {@link #coming()} lists them
     */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public List<Desk> desks(List<ComingRound> coming) {
        List<Desk> desks = new ArrayList<>();
        add(desks, caller.can(Permission.REVIEW), this::reviewer);
        add(desks, caller.can(Permission.DECIDE), this::panel);
        add(desks, caller.can(Permission.ADMINISTER), () -> administrator(coming));
        add(desks, holds(Role::leads), this::leader);
        add(desks, holds(Role::audits), this::auditor);
        if (caller.can(Permission.VIEW)) {
            matters().ifPresent(desks::add);
        }
        return desks.stream().sorted(Desk.MOST_URGENT_FIRST).toList();
    }

    /**
     * What is asked of the person, what the person asked and is answered, and the plans that are offered to the own agencies and
     * not begun; empty where there is none of it.
     */
    private Optional<Desk> matters() {
        MatterRegister.Waiting found = matters.waiting();
        String list = "matter/index.xhtml?state=OPEN&my=";
        Stream<WaitingFigure> asked = Stream.of(
                WaitingFigure.of("matter.asked", found.asked(), list + "ASKED").until(found.until()),
                WaitingFigure.of("matter.late", found.late(), list + "ASKED&due=LATE"),
                WaitingFigure.of("matter.answered", found.answered(),
                        "matter/index.xhtml?state=ANSWERED&my=ASKING"));
        Stream<WaitingFigure> offered = plans.untouched().stream().map(plan -> WaitingFigure.of("matter.offered",
                plan.steps(), "matter/plan.xhtml?agency=" + plan.agency()));
        Desk desk = Desk.of("matter", Stream.concat(asked, offered).toList(), null, found.until());
        return desk.figures().isEmpty() ? Optional.empty() : Optional.of(desk);
    }

    private boolean holds(Predicate<Role> kind) {
        return caller.grants().stream().map(Grant::role).anyMatch(kind);
    }

    private static void add(List<Desk> desks, boolean held, Supplier<Desk> desk) {
        if (held) {
            desks.add(desk.get());
        }
    }

    /** Lists the rounds that run or come, for saying what happens next where nothing waits. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public List<ComingRound> coming() {
        return calendar.coming();
    }

    private Desk reviewer() {
        WaitingReviews.Figures found = review.figures();
        String queue = "assessment/queue.xhtml";
        return Desk.of("review", List.of(
                WaitingFigure.of("review.waiting", found.waiting(), queue).since(day(found.since()))
                        .until(found.until()),
                WaitingFigure.of("review.late", found.late(), queue + "?mark=LATE").since(found.lateSince()),
                WaitingFigure.of("review.again", found.again(), queue + "?mark=AGAIN").since(day(found.againSince())),
                WaitingFigure.of("review.second", found.seconds(), queue + "?mark=SECOND"), sampled()),
                found.first() == null ? null : new Desk.Deed("review", "assessment/"
                        + (found.firstState() == AssessmentState.HANDED_IN ? "completeness" : "judge")
                        + ".xhtml?assessment=" + found.first()),
                found.until());
    }

    /** Answers of audit samples; of one sample they lead to its page, of several to their list. */
    private WaitingFigure sampled() {
        List<SampleJudging.Waiting> found = samples.waiting();
        return WaitingFigure.of("review.sample", found.stream().mapToLong(SampleJudging.Waiting::cases).sum(),
                found.size() == 1 ? "sampling/sample.xhtml?sort=judged&id=" + found.get(0).sample()
                        : "sampling/index.xhtml")
                .since(found.isEmpty() ? null : day(found.get(0).drawnAt()));
    }

    private Desk panel() {
        Objections.Figures found = panel.figures();
        return Desk.of("panel", List.of(
                WaitingFigure.of("panel.waiting", found.waiting(), "assessment/panel.xhtml").since(day(found.since()))
                        .until(found.until()),
                WaitingFigure.of("panel.late", found.late(), "assessment/panel.xhtml").until(
                        found.late() > 0 ? found.until() : null)),
                found.first() == null ? null
                        : new Desk.Deed("panel", "assessment/decide.xhtml?assessment=" + found.first()),
                found.until());
    }

    private Desk leader() {
        return nationalRounds.rounds(null).map(nationalTargets::verdict).map(verdict -> {
            String targets = "dashboard/targets.xhtml?status=";
            ProgrammeVerdict.Count whole = verdict.whole();
            return Desk.of("leader", List.of(WaitingFigure.of("leader.off", whole.offTrack(), targets + "off"),
                    WaitingFigure.of("leader.risk", whole.atRisk(), targets + "risk"),
                    WaitingFigure.of("leader.on", whole.onTrack(), targets + "on"),
                    WaitingFigure.of("leader.ok", whole.achieved(), targets + "ok"),
                    WaitingFigure.of("leader.few", whole.few(), targets + "few"),
                    WaitingFigure.of("leader.none", whole.unknown(), targets + "none")),
                    new Desk.Deed("leader", "dashboard/index.xhtml"), null)
                    .with(verdict.exceptions().stream().limit(MOST_EXCEPTIONS).toList());
        }).orElseGet(() -> Desk.of("leader", List.of(), null, null));
    }

    private Desk auditor() {
        List<WaitingFigure> figures = new ArrayList<>();
        ReportRoom.Stock stock = reports.stock();
        figures.add(new WaitingFigure("audit.reports", stock.reports(), "report/index.xhtml", day(stock.lastAt()),
                null, null));
        calendar.lastPublished().ifPresent(round -> {
            LocalDate on = day(round.publishedAt());
            figures.add(WaitingFigure.of("audit.results", round.results(), "dashboard/heatmap.xhtml?round="
                    + round.code()).since(on));
            figures.add(WaitingFigure.to("audit.workbook", "report/report.xhtml?id=results&round=" + round.code(),
                    round.name(), on));
            figures.add(WaitingFigure.to("audit.verification", "proof/round.xhtml?round=" + round.code(),
                    round.name(), on));
        });
        register.rounds().stream().findFirst().ifPresent(round -> {
            String address = "assessment/discrepancies.xhtml?round=" + round.code();
            figures.add(new WaitingFigure("audit.register", register.count(WHOLE_REGISTER), address, null, null,
                    round.name()));
            figures.add(new WaitingFigure("audit.open", register.count(UNEXPLAINED), address + "&state=OPEN", null,
                    null, round.name()));
        });
        return Desk.of("audit", figures, new Desk.Deed("audit", "report/index.xhtml"), null);
    }

    private Desk administrator(List<ComingRound> coming) {
        LocalDate today = LocalDate.now(clock);
        List<WaitingFigure> figures = new ArrayList<>();
        if (caller.can(Permission.ADMINISTER, agencies.rootPath())) {
            figures.add(WaitingFigure.of("admin.roles", roles.mine().size(), "organisation/people-roles.xhtml"));
            ReadingSources.Attention silent = sources.attention();
            figures.add(WaitingFigure.of("admin.sources", silent.sources(), "indicator/sources.xhtml?show=attention")
                    .since(day(silent.since())));
            Slice<Work> jobs = work.list(new WorkFilter(null, null, Work.State.FAILED), Cut.by(WorkOrder.ENDED));
            figures.add(WaitingFigure.of("admin.jobs", jobs.total(), "work/jobs.xhtml?state=FAILED")
                    .since(jobs.rows().stream().findFirst().map(first -> day(first.endedAt())).orElse(null)));
            Slice<FailedMails.Letter> letters = mails.list(null, Cut.by(LetterOrder.TRIED));
            figures.add(WaitingFigure.of("admin.mails", letters.total(), "notice/mails.xhtml")
                    .since(letters.rows().stream().findFirst().map(first -> day(first.lastAt())).orElse(null)));
            figures.add(WaitingFigure.of("admin.agencies",
                    agencies.count(new DirectoryFilter(null, null, null, today, today)),
                    "organisation/agencies.xhtml?officer=none"));
        }
        figures.add(WaitingFigure.of("admin.people",
                people.count(new PeopleFilter(null, true)),
                "organisation/people.xhtml?role=none"));
        return Desk.of("admin", figures, new Desk.Deed("admin", "assessment/rounds.xhtml"),
                coming.stream().map(ComingRound::nextOn).filter(day -> day != null).findFirst()
                        .orElse(null));
    }

    private static LocalDate day(Instant moment) {
        return moment == null ? null : LocalDate.ofInstant(moment, Time.ZONE);
    }
}
