package vn.thang.organisation.change;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.agency.AgencyEvent;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.organisation.agency.kind.AgencyKinds;
import vn.thang.organisation.people.granting.EndedRoles;
import vn.thang.organisation.sheet.AgencySheetRow;
import vn.thang.organisation.sheet.AgencyTaking;
import vn.thang.organisation.sheet.ImportReport;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Changes agencies by a decision: {@link #foresee} says what follows, {@link #make} does it in one transaction if nothing has
 * changed since. A matter of national administrators.
 */
@ApplicationScoped
@Transactional
public class AgencyChanging {

    @Inject
    private Agencies agencies;

    @Inject
    private AgencyDirectory directory;

    @Inject
    private AgencyTaking taking;

    @Inject
    private AgencyChanges changes;

    @Inject
    private DueMoves due;

    @Inject
    private AgencyKinds kinds;

    @Inject
    private EndedRoles roles;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<Concerned> concerned;

    @Inject
    private Event<AgencyEvent> events;

    /**
     * What a change would do.
     *
     * @param standing  of all agencies when it was foreseen
     * @param report    what becomes of the tree
     * @param following what becomes of everything else, by topic
     */
    public record Foreseen(String standing, ImportReport report, List<Following> following) {
    }

    /** Whether the caller may change agencies at all; answers the one that is asked for. */
    @Requires(ADMINISTER)
    public AgencySheetRow open(String code) {
        caller.check(ADMINISTER, agencies.rootPath());
        agencies.get(code);
        return taking.present().get(code);
    }

    /** Says what follows from a change, and changes nothing. */
    @Requires(ADMINISTER)
    public Foreseen foresee(AgencyChange change) {
        caller.check(ADMINISTER, agencies.rootPath());
        Map<String, AgencySheetRow> present = taking.present();
        List<AgencySheetRow> rows = checked(change, present);
        ImportReport report = taking.check(rows);
        report.faults().stream().findFirst().ifPresent(fault -> {
            throw fault.refusal();
        });
        Rearrangement rearrangement = rearrangement(change, present);
        return new Foreseen(directory.standing(), report,
                Stream.concat(retyped(change, present), concerned.stream()
                        .flatMap(one -> one.foresee(rearrangement).stream()))
                        .sorted(Comparator.comparing(Following::topic)).toList());
    }

    /** A type is corrected and never changes on a day, so that figures of the past follow it. */
    private static Stream<Following> retyped(AgencyChange change, Map<String, AgencySheetRow> present) {
        return change instanceof AgencyChange.Edit edit && edit.type() != present.get(edit.agency()).type()
                ? Stream.of(Following.of(ChangeTopic.TARGETS, "organisation.change.type-past",
                        present.get(edit.agency()).type(), edit.type()))
                : Stream.empty();
    }

    /**
     * Makes the change.
     *
     * @param standing of all agencies when the caller saw what follows
     * @throws BusinessException.Conflict when agencies have changed since
     */
    @Requires(ADMINISTER)
    public void make(AgencyChange change, String standing) {
        caller.check(ADMINISTER, agencies.rootPath());
        agencies.lockedRoot();
        if (!directory.standing().equals(standing)) {
            throw new BusinessException.Conflict("organisation.change.changed");
        }
        Map<String, AgencySheetRow> present = taking.present();
        List<AgencySheetRow> rows = checked(change, present);
        boolean comes = change.day().isAfter(today());
        List<AgencyChange.Move> moves = moves(change, present);
        if (!comes) {
            moves.forEach(move -> rows.addAll(move.rows(present)));
        }
        if (change.kind() != AgencyChange.Kind.MOVE || !comes) {
            taking.take(rows, change.day());
        }
        if (change instanceof AgencyChange.Edit edit) {
            Agency edited = agencies.get(edit.agency());
            edited.isCalled(edit.agencyKind());
            AgencyKinds.settle(edited, kinds.list());
        }
        Instant now = clock.instant();
        leadOn(change, now);
        changes.add(made(change, present, now, comes && change.kind() == AgencyChange.Kind.MOVE ? null : now));
        if (change.kind() != AgencyChange.Kind.MOVE) {
            moves.forEach(move -> changes.add(made(move, present, now, comes ? null : now)));
        }
        follow(change, present);
    }

    /** Moves to come lead below whoever goes on; those of agencies that end are dropped. */
    private void leadOn(AgencyChange change, Instant now) {
        String successor = change.successor();
        for (ChangeLine line : changes.waitingBelow(change.ending(), change.day())) {
            if (successor != null && !line.agency().equals(successor)) {
                changes.lead(line.id(), successor);
            } else {
                due.drop(line, now);
            }
        }
        changes.waitingOf(change.ending(), change.day()).forEach(line -> due.drop(line, now));
    }

    private void follow(AgencyChange change, Map<String, AgencySheetRow> present) {
        List<Long> ending = ids(change.ending());
        Agency successor = change.successor() == null ? null : agencies.get(change.successor());
        if (!ending.isEmpty()) {
            roles.end(ending, change instanceof AgencyChange.Merge merge && merge.roles() ? successor : null,
                    change.day());
        }
        events.fire(new AgencyEvent.AgencyRearranged(change.kind().name(), agencies.get(change.agency()).id(),
                successor == null ? null : successor.id(), ending, change.day(), change.decision(),
                present.get(change.agency()).name()));
    }

    /** What was done with an agency, or is to come, the newest first: names and places are no secret. */
    @Requires(Permission.VIEW)
    public List<ChangeLine> of(String agency) {
        return changes.of(agency);
    }

    /** Takes a move that is to come back. */
    @Requires(ADMINISTER)
    public void drop(String agency, long id) {
        caller.check(ADMINISTER, agencies.rootPath());
        if (changes.of(agency).stream().noneMatch(one -> one.id() == id) || !changes.drop(id, clock.instant())) {
            throw new BusinessException.NotFound("organisation.change.no-move");
        }
        events.fire(new AgencyEvent.AgencyMoveDropped(agencies.get(agency).id()));
    }

    private List<AgencySheetRow> checked(AgencyChange change, Map<String, AgencySheetRow> present) {
        ChangeRules.check(change, present, standing(change, present), today());
        if (change instanceof AgencyChange.Edit edit && edit.agencyKind() != null) {
            Faults faults = new Faults();
            faults.require(kinds.list().stream().anyMatch(kind -> kind.code().equals(edit.agencyKind())
                    && kind.type().equals(edit.type().key())), "agencyKind", "organisation.kind.other-type");
            faults.refuse();
        }
        if (change.successor() == null) {
            ChangeRules.moves(changes.waitingBelow(change.ending(), change.day()).stream()
                    .filter(line -> !change.ending().contains(line.agency())).toList());
        }
        return new ArrayList<>(change.rows(present));
    }

    /**
     * All agencies where they will stand when the change is made, by the moves to come until then. One that leads below an agency
     * that ends on the same day is led on, and moves nobody below it.
     */
    private Map<String, AgencySheetRow> standing(AgencyChange change, Map<String, AgencySheetRow> present) {
        Map<String, AgencySheetRow> standing = new TreeMap<>(present);
        if (change.day() != null && !change.ending().isEmpty()) {
            changes.waitingUntil(change.day()).stream()
                    .filter(line -> line.day().isBefore(change.day()) || !change.ending().contains(line.parent()))
                    .forEach(line -> standing.computeIfPresent(line.agency(), (code, row) -> row.below(line.parent())));
        }
        return standing;
    }

    /** Those of the units that stand below agencies when they end. */
    private List<AgencyChange.Move> moves(AgencyChange change, Map<String, AgencySheetRow> present) {
        List<AgencyChange.Move> moves = new ArrayList<>();
        Map<String, AgencySheetRow> standing = standing(change, present);
        if (change instanceof AgencyChange.Merge merge) {
            ChangeRules.units(standing, merge.ending(), merge.day()).forEach(unit -> moves.add(
                    new AgencyChange.Move(unit.code(), merge.day(), merge.decision(), merge.successor())));
        } else if (change instanceof AgencyChange.Split split) {
            split.parts().forEach(part -> part.units().stream()
                    .filter(unit -> split.agency().equals(standing.get(unit).parent())).forEach(unit -> moves.add(
                            new AgencyChange.Move(unit, split.day(), split.decision(), part.code()))));
        }
        return moves;
    }

    private AgencyChanges.Made made(AgencyChange change, Map<String, AgencySheetRow> present, Instant now,
            Instant takenAt) {
        AgencySheetRow before = present.get(change.agency());
        boolean moves = change instanceof AgencyChange.Move;
        boolean renames = change instanceof AgencyChange.Edit edit && !edit.name().equals(before.name());
        return new AgencyChanges.Made(change.kind(), change.agency(), change.day(), change.decision(),
                moves ? before.parent() : null, change instanceof AgencyChange.Move move ? move.parent() : null,
                renames ? before.name() : null, caller.personId(), now, takenAt);
    }

    private Rearrangement rearrangement(AgencyChange change, Map<String, AgencySheetRow> present) {
        Agency successor = change.successor() == null ? null : agencies.find(change.successor()).orElse(null);
        List<String> founded = switch (change) {
            case AgencyChange.Merge merge when merge.founded() != null -> List.of(merge.founded().name());
            case AgencyChange.Split split -> split.parts().stream().map(AgencyChange.Part::name).toList();
            default -> List.of();
        };
        return new Rearrangement(change.kind(), agencies.get(change.agency()).id(), ids(change.ending()),
                successor == null ? null : successor.id(), founded, present.get(change.agency()).type().key(),
                change.day());
    }

    private List<Long> ids(List<String> codes) {
        return codes.stream().map(code -> agencies.get(code).id()).toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
