package vn.thang.matter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.organisation.agency.AgencyDetail;
import vn.thang.organisation.agency.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Grant;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Asking an agency about a figure: a superior asks below, an auditor recommends to whoever is in their scope, and nobody
 * asks upward. The figure is taken from where it stands, never from whoever asks, and kept as it is now.
 */
@ApplicationScoped
@Transactional
@Requires({Permission.ASK, Permission.RECOMMEND})
public class Asking {

    static final int LONGEST = 4_000;
    static final int LATEST_YEARS = 5;

    @Inject
    private Matters matters;

    @Inject
    private MatterFigures figures;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<MatterEvent> events;

    /**
     * What is asked.
     *
     * @param target     code of the target that it is about; null for none
     * @param assessment id of the assessment that it is about; null for none
     * @param criterion  criterion or dimension of the assessment; null for the whole
     * @param agency     code of the agency that is asked; that of the assessment where it is about one
     * @param person     who is asked; null for all who answer for the agency
     */
    public record Question(Matter.Kind kind, String target, Long assessment, String criterion, String agency,
            Long person, String words, LocalDate dueOn) {
    }

    /**
     * A person who answers for an agency today.
     *
     * @param head whether they sign for it
     */
    public record Respondent(long id, String name, boolean head) {
    }

    /** What a person who asks has before them: the agency, where it is given, its people and the figure of now. */
    public record Sheet(AgencyDetail agency, MatterFigure figure, AssessmentView result) {
    }

    /** Returns what there is to ask about; it is refused where the person may ask the agency nothing. */
    @Requires({Permission.ASK, Permission.RECOMMEND})
    public Sheet sheet(String target, Long assessment, String criterion, String agency) {
        if (assessment != null) {
            AssessmentView view = figures.result(assessment);
            MatterSubject subject = subject(view, criterion);
            kinds(subject.path());
            return new Sheet(agencies.get(view.head().agencyCode()), subject.figure(), view);
        }
        AgencyDetail asked = agency == null ? null : agencies.get(agency);
        if (asked != null) {
            kinds(asked.path());
        }
        return new Sheet(asked, target != null ? figures.ofTarget(target) : figures.agency(agency).figure(), null);
    }

    /** Returns those who can be asked at the agency, heads first. */
    @Requires({Permission.ASK, Permission.RECOMMEND, Permission.MEET})
    public List<Respondent> respondents(String agency) {
        AgencyDetail asked = agencies.get(agency);
        kinds(asked.path());
        return matters.respondents(asked.agency().id(), today());
    }

    /** Returns what the person may ask the agency for. */
    private Set<Matter.Kind> kinds(String path) {
        Set<Matter.Kind> kinds = EnumSet.of(Matter.Kind.QUESTION, Matter.Kind.RECOMMENDATION,
                Matter.Kind.DECISION);
        kinds.removeIf(kind -> !caller.can(kind.permission(), path));
        if (kinds.isEmpty()) {
            throw new BusinessException.Forbidden("security.forbidden");
        }
        return kinds;
    }

    /**
     * Asks, and answers the id of the matter.
     *
     * @throws Faults.Refused with all that is wrong
     */
    @Requires({Permission.ASK, Permission.RECOMMEND})
    public long ask(Question question) {
        Matter matter = open(question.kind() == Matter.Kind.RECOMMENDATION ? question.kind() : Matter.Kind.QUESTION,
                question, new Faults(), null);
        events.fire(new MatterEvent.MatterAsked(matter.id(), matter.agency(), matter.kind().name(),
                matter.about().name()));
        return matter.id();
    }

    /**
     * Records what a meeting decided of an agency, and answers the id of the matter. A decision names who is to see to it.
     *
     * @throws Faults.Refused with all that is wrong
     */
    @Requires(Permission.MEET)
    public long decide(long meeting, Question decision) {
        Faults faults = new Faults();
        faults.require(decision.person() != null, "person", "matter.person-missing");
        Matter matter = open(Matter.Kind.DECISION, decision, faults, meeting);
        events.fire(new MatterEvent.DecisionTaken(matter.id(), matter.agency(), meeting));
        return matter.id();
    }

    private Matter open(Matter.Kind kind, Question question, Faults faults, Long meeting) {
        MatterSubject subject = faults.take("agency", () -> subject(question));
        if (subject != null) {
            caller.check(kind.permission(), subject.path());
            faults.check("person", () -> requireRespondent(subject.agency(), question.person()));
        }
        String words = faults.take("words",
                () -> GivenText.required(question.words(), LONGEST, "matter.words-missing"));
        LocalDate due = faults.take("due", () -> due(question.dueOn(), today()));
        faults.refuse();
        Matter matter = new Matter(kind, subject, question.person(), due).decidedIn(meeting);
        MatterStep first = matter.asked(words, caller.personId(), from(kind, subject.path()), clock.instant());
        matters.add(first);
        return matter;
    }

    private MatterSubject subject(Question question) {
        if (question.assessment() != null) {
            return subject(figures.result(question.assessment()), question.criterion());
        }
        if (question.agency() == null) {
            throw new BusinessException("matter.agency-missing");
        }
        return question.target() != null ? figures.target(question.target(), question.agency())
                : figures.agency(question.agency());
    }

    private MatterSubject subject(AssessmentView view, String criterion) {
        if (criterion == null) {
            return figures.scorecard(view);
        }
        return view.scored().model().dimensions().stream().anyMatch(one -> one.code().equals(criterion))
                ? figures.dimension(view, criterion) : figures.criterion(view, criterion);
    }

    private void requireRespondent(long agency, Long person) {
        List<Respondent> people = matters.respondents(agency, today()).stream()
                .filter(one -> one.id() != caller.personId()).toList();
        if (people.isEmpty()) {
            throw new BusinessException("matter.nobody-there");
        }
        if (person != null && people.stream().noneMatch(one -> one.id() == person)) {
            throw new BusinessException("matter.not-there");
        }
    }

    /** @throws BusinessException when no day is named, one that is over, or one that nobody will wait for */
    static LocalDate due(LocalDate day, LocalDate today) {
        if (day == null || day.isBefore(today) || day.isAfter(today.plusYears(LATEST_YEARS))) {
            throw new BusinessException("matter.due-missing", today, today.plusYears(LATEST_YEARS));
        }
        return day;
    }

    /** Returns the agency for which the person asks: the highest at which they hold the role. */
    private long from(Matter.Kind kind, String path) {
        return caller.grants().stream().filter(grant -> grant.role().allows(kind.permission()))
                .filter(grant -> path.startsWith(grant.path()))
                .min(Comparator.comparing(grant -> grant.path().length()))
                .map(Grant::agencyId).orElseThrow(() -> new BusinessException.Forbidden("security.forbidden"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
