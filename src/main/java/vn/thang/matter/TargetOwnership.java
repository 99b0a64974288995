package vn.thang.matter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;
import vn.thang.organisation.agency.AgencyDetail;
import vn.thang.organisation.agency.AgencyDirectory;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * The owner of a target and the dated words of the owner on it, for everybody who sees the figure. Whoever asks for the whole
 * country, or administers it, names the owner; the owner alone writes.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class TargetOwnership {

    static final int LONGEST = 2_000;

    @Inject
    private TargetOwners owners;

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

    /** A person who answers for an agency and owns a target from a day on. */
    public record Owner(long person, String fullName, String agencyCode, String name, String nameEn,
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
     * A target with its owner.
     *
     * @param owner  null while there is none
     * @param words  the newest first
     * @param naming whether the person may name the owner
     * @param owned  whether the person is the owner
     */
    public record View(Owner owner, List<Word> words, boolean naming, boolean owned) {
    }

    /** Two statements. */
    @Requires(Permission.VIEW)
    public View view(String target) {
        Optional<Owner> owner = owners.find(target, today());
        return new View(owner.orElse(null), owners.words(target), isNaming(),
                owner.filter(this::isCaller).isPresent());
    }

    /** The same for the page on which owners are named and write. */
    @Requires(Permission.VIEW)
    public View page(String target) {
        figures.ofTarget(target);
        return view(target);
    }

    private boolean isCaller(Owner owner) {
        return caller.personId() != null && caller.personId() == owner.person()
                && caller.can(Permission.ANSWER, agencies.get(owner.agencyCode()).path());
    }

    private boolean isNaming() {
        String root = agencies.rootPath();
        return caller.can(Permission.ASK, root) || caller.can(Permission.ADMINISTER, root);
    }

    /** Returns those who can own a target for the agency, heads first. */
    @Requires({Permission.ASK, Permission.ADMINISTER})
    public List<Asking.Respondent> candidates(String agencyCode) {
        requireNaming();
        return matters.respondents(agencies.get(agencyCode).agency().id(), today());
    }

    private void requireNaming() {
        if (!isNaming()) {
            throw new BusinessException.Forbidden("security.forbidden");
        }
    }

    /**
     * Names the owner of the target from a day on.
     *
     * @throws Faults.Refused with all that is wrong
     */
    @Requires({Permission.ASK, Permission.ADMINISTER})
    public void name(String target, String agencyCode, Long person, LocalDate from) {
        requireNaming();
        figures.ofTarget(target);
        Faults faults = new Faults();
        AgencyDetail agency = faults.take("agency", () -> {
            if (agencyCode == null) {
                throw new BusinessException("matter.agency-missing");
            }
            return agencies.get(agencyCode);
        });
        if (agency != null) {
            faults.require(person != null && matters.respondents(agency.agency().id(), today()).stream()
                    .anyMatch(one -> one.id() == person), "person", "matter.owner-missing");
        }
        LocalDate day = faults.take("from", () -> Asking.due(from, today()));
        faults.refuse();
        long owner = owners.name(target, person, agency.agency().id(), day, caller.personId(), clock.instant());
        events.fire(new MatterEvent.OwnerNamed(owner, agency.agency().id(), target));
    }

    /** Writes what the owner says of the target; what was said before stays. */
    @Requires(Permission.ANSWER)
    public void write(String target, Said said) {
        MatterFigure figure = figures.ofTarget(target);
        Owner owner = owners.find(target, today()).filter(this::isCaller)
                .orElseThrow(() -> new BusinessException.Forbidden("matter.not-owner"));
        Faults faults = new Faults();
        Said given = new Said(taken(faults, "cause", said.cause()), taken(faults, "outlook", said.outlook()),
                taken(faults, "needed", said.needed()));
        faults.require(GivenText.orNull(said.cause()) != null || GivenText.orNull(said.outlook()) != null
                || GivenText.orNull(said.needed()) != null, "cause", "matter.word-missing", LONGEST);
        faults.refuse();
        owners.write(target, given, figure, caller.personId(), clock.instant());
        events.fire(new MatterEvent.WordWritten(agencies.get(owner.agencyCode()).agency().id(), target));
    }

    private static String taken(Faults faults, String field, String text) {
        return faults.take(field, () -> GivenText.optional(text, LONGEST, "matter.word-missing"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
