package vn.thang.matter.owner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import vn.thang.matter.MatterEvent;
import vn.thang.matter.MatterFigure;
import vn.thang.matter.Matters;
import vn.thang.matter.Respondent;
import vn.thang.matter.asking.Asking;
import vn.thang.matter.asking.MatterFigures;
import vn.thang.matter.asking.ReadingFigures;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * The owner of a target or an indicator and the dated words of the owner on it, for everybody who sees the figure. Whoever asks for the whole
 * country, or administers it, names the owner, a person or an agency as a whole; the owner alone writes.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class FigureOwnership {

    static final int LONGEST = 2_000;

    @Inject
    private FigureOwners owners;

    @Inject
    private Matters matters;

    @Inject
    private MatterFigures figures;

    @Inject
    private ReadingFigures readings;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<MatterEvent> events;

    /**
     * Whoever owns a figure from a day on.
     *
     * @param person   who answers for the agency and owns it alone; null where all who answer for the agency do
     * @param fullName name of that person; null with it
     */
    public record Owner(Long person, String fullName, String agencyCode, String name, String nameEn,
            LocalDate validFrom) implements AgencyName {
    }

    /** What the owner says; null where nothing is said. */
    public record Said(String cause, String outlook, String needed) {
    }

    /** What was said, with the figure as it was then. */
    public record Word(String cause, String outlook, String needed, String writtenBy, Instant writtenAt,
            @Nested("figure") MatterFigure figure) {
    }

    /**
     * A figure with its owner.
     *
     * @param owner  null while there is none
     * @param next   who will own it, from a day that is to come; null for nobody
     * @param words  the newest first
     * @param naming whether the person may name the owner
     * @param owned  whether the person is the owner
     */
    public record View(OwnedFigure figure, Owner owner, Owner next, List<Word> words, boolean naming, boolean owned) {
    }

    /** Two statements. */
    @Requires(Permission.VIEW)
    public View view(OwnedFigure figure) {
        List<Owner> all = owners.list(figure);
        Optional<Owner> owner = ofToday(all);
        Owner next = all.stream().filter(one -> one.validFrom().isAfter(today()))
                .min(Comparator.comparing(Owner::validFrom)).orElse(null);
        return new View(figure, owner.orElse(null), next, owners.words(figure), isNaming(),
                owner.filter(this::isCaller).isPresent());
    }

    /** Of all, the last one first, whoever owns the figure today. */
    private Optional<Owner> ofToday(List<Owner> all) {
        return all.stream().filter(one -> !one.validFrom().isAfter(today())).findFirst();
    }

    /** The same for the page on which owners are named and write. */
    @Requires(Permission.VIEW)
    public View page(OwnedFigure figure) {
        now(figure);
        return view(figure);
    }

    /** The figure of now; refuses what there is none of. */
    private MatterFigure now(OwnedFigure figure) {
        return figure.target() == null ? readings.ofIndicator(figure.indicator()) : figures.ofTarget(figure.target());
    }

    private boolean isCaller(Owner owner) {
        return caller.personId() != null
                && (owner.person() == null || owner.person().equals(caller.personId()))
                && caller.can(Permission.ANSWER, agencies.get(owner.agencyCode()).path());
    }

    private boolean isNaming() {
        String root = agencies.rootPath();
        return caller.can(Permission.ASK, root) || caller.can(Permission.ADMINISTER, root);
    }

    /** Returns those who can own a figure for the agency, heads first. */
    @Requires({Permission.ASK, Permission.ADMINISTER})
    public List<Respondent> candidates(String agencyCode) {
        requireNaming();
        return matters.respondents(agencies.get(agencyCode).agency().id(), today());
    }

    private void requireNaming() {
        if (!isNaming()) {
            throw new BusinessException.Forbidden("security.forbidden");
        }
    }

    /**
     * Names the owner of the figure from a day on.
     *
     * @param person who owns it for the agency; null for all who answer for the agency
     * @throws Faults.Refused with all that is wrong
     */
    @Requires({Permission.ASK, Permission.ADMINISTER})
    public void name(OwnedFigure figure, String agencyCode, Long person, LocalDate from) {
        requireNaming();
        now(figure);
        Faults faults = new Faults();
        AgencyDetail agency = faults.take("agency", () -> {
            if (agencyCode == null) {
                throw new BusinessException("matter.agency-missing");
            }
            return agencies.get(agencyCode);
        });
        if (agency != null) {
            faults.require(matters.respondents(agency.agency().id(), today()).stream()
                    .anyMatch(one -> person == null || one.id() == person), "person", "matter.owner-missing");
        }
        LocalDate day = faults.take("from", () -> Asking.due(from, today()));
        faults.refuse();
        long owner = owners.name(figure, person, agency.agency().id(), day, caller.personId(), clock.instant());
        events.fire(new MatterEvent.OwnerNamed(owner, agency.agency().id(), figure.kind(), figure.code()));
    }

    /** Writes what the owner says of the figure; what was said before stays. */
    @Requires(Permission.ANSWER)
    public void write(OwnedFigure figure, Said said) {
        MatterFigure now = now(figure);
        Owner owner = ofToday(owners.list(figure)).filter(this::isCaller)
                .orElseThrow(() -> new BusinessException.Forbidden("matter.not-owner"));
        Faults faults = new Faults();
        Said given = new Said(taken(faults, "cause", said.cause()), taken(faults, "outlook", said.outlook()),
                taken(faults, "needed", said.needed()));
        faults.require(GivenText.orNull(said.cause()) != null || GivenText.orNull(said.outlook()) != null
                || GivenText.orNull(said.needed()) != null, "cause", "matter.word-missing", LONGEST);
        faults.refuse();
        owners.write(figure, given, now, caller.personId(), clock.instant());
        events.fire(new MatterEvent.WordWritten(agencies.get(owner.agencyCode()).agency().id(), figure.kind(),
                figure.code()));
    }

    private static String taken(Faults faults, String field, String text) {
        return faults.take(field, () -> GivenText.optional(text, LONGEST, "matter.word-missing"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
