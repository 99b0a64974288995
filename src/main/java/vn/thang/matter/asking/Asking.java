package vn.thang.matter.asking;

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
import vn.thang.matter.AskedFigure;
import vn.thang.matter.Copies;
import vn.thang.matter.CopyReader;
import vn.thang.matter.Matter;
import vn.thang.matter.MatterEvent;
import vn.thang.matter.MatterFigure;
import vn.thang.matter.MatterStep;
import vn.thang.matter.MatterSubject;
import vn.thang.matter.Matters;
import vn.thang.matter.Respondent;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.organisation.agency.directory.AgencyDirectory;
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

    public static final int LONGEST = 4_000;
    public static final int LATEST_YEARS = 5;

    @Inject
    private Matters matters;

    @Inject
    private MatterFigures figures;

    @Inject
    private MatterSubjects subjects;

    @Inject
    private Copies copies;

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
     * @param agency code of the agency that is asked; that of the assessment where it is about one
     * @param person who is asked; null for all who answer for the agency
     * @param copies ids of those who get a copy
     */
    public record Question(Matter.Kind kind, AskedFigure figure, String agency, Long person, List<Long> copies,
            String words, LocalDate dueOn) {

        public Question {
            copies = copies == null ? List.of() : copies.stream().distinct().toList();
        }

        /** Without copies. */
        public Question(Matter.Kind kind, AskedFigure figure, String agency, Long person, String words,
                LocalDate dueOn) {
            this(kind, figure, agency, person, List.of(), words, dueOn);
        }
    }

    /**
     * What a person who asks has before them.
     *
     * @param agency    null where it is not given
     * @param figure    as it is now
     * @param result    null where it is about none
     * @param answering code of the agency that answers for the readings; null where it is about none, or the agency is given
     */
    public record Sheet(AgencyDetail agency, MatterFigure figure, AssessmentView result, String answering) {
    }

    /** Returns what there is to ask about; it is refused where the person may ask the agency nothing. */
    @Requires({Permission.ASK, Permission.RECOMMEND})
    public Sheet sheet(AskedFigure figure, String agency) {
        if (figure.assessment() != null) {
            AssessmentView view = figures.result(figure.assessment());
            MatterSubject subject = subjects.of(view, figure.criterion());
            kinds(subject.path());
            return new Sheet(agencies.get(view.head().agencyCode()), subject.figure(), view, null);
        }
        if (agency != null) {
            AgencyDetail asked = agencies.get(agency);
            kinds(asked.path());
            return new Sheet(asked, subjects.of(figure, agency).figure(), null, null);
        }
        return new Sheet(null, subjects.national(figure), null, subjects.answering(figure));
    }

    /** Returns those who can be asked at the agency, heads first. */
    @Requires({Permission.ASK, Permission.RECOMMEND, Permission.MEET})
    public List<Respondent> respondents(String agency) {
        AgencyDetail asked = agencies.get(agency);
        kinds(asked.path());
        return matters.respondents(asked.agency().id(), today());
    }

    /** Returns those who can get a copy of what is asked about the figure: who may read it, but for the person who asks. */
    @Requires({Permission.ASK, Permission.RECOMMEND, Permission.MEET})
    public List<CopyReader> readers(AskedFigure figure, String agency) {
        MatterSubject subject = subjects.of(figure, agency);
        kinds(subject.path());
        return copies.readers(subject, today());
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
        MatterSubject subject = faults.take("agency", () -> subjects.of(question.figure(), question.agency()));
        if (subject != null) {
            caller.check(kind.permission(), subject.path());
            faults.check("person", () -> requireRespondent(subject.agency(), question.person()));
            faults.check("copies", () -> copies.require(subject, question.copies(), today()));
        }
        String words = faults.take("words",
                () -> GivenText.required(question.words(), LONGEST, "matter.words-missing"));
        LocalDate due = faults.take("due", () -> due(question.dueOn(), today()));
        faults.refuse();
        Matter matter = new Matter(kind, subject, question.person(), due).decidedIn(meeting);
        MatterStep first = matter.asked(words, caller.personId(), from(kind, subject.path()), clock.instant());
        matters.add(first);
        copies.add(matter, question.copies(), matters.respondents(subject.agency(), today()));
        return matter;
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
    public static LocalDate due(LocalDate day, LocalDate today) {
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
