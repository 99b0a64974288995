package vn.thang.organisation.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.organisation.agency.Lasting;
import vn.thang.organisation.people.granting.EndedRoles;
import vn.thang.platform.sql.Flushed;

/** What becomes of people, units below, addresses and the numbers of agencies that targets count. */
@ApplicationScoped
class StaffAndUnits implements Concerned {

    @Inject
    private EndedRoles roles;

    @Inject
    private AgencyChanges changes;

    @Inject
    private Flushed flushed;

    @Override
    public List<Following> foresee(Rearrangement change) {
        List<Following> all = new ArrayList<>();
        if (!change.ending().isEmpty()) {
            LocalDate last = change.day().minusDays(1);
            EndedRoles.Counted held = roles.count(change.ending(), change.day());
            all.add(Following.of(ChangeTopic.PEOPLE, "organisation.change.roles-end", held.roles(), held.people(),
                    last));
            if (change.kind() == AgencyChange.Kind.MERGE && held.goingOn() > 0) {
                all.add(Following.of(ChangeTopic.PEOPLE, "organisation.change.roles-go-on", held.goingOn()));
            }
            if (held.signing() > 0) {
                all.add(Following.of(ChangeTopic.PEOPLE, "organisation.change.roles-signing", held.signing()));
            }
            all.add(Following.of(ChangeTopic.ADDRESSES, "organisation.change.addresses"));
            long before = changes.count(change.type(), last, Lasting.on("a", ":day"));
            all.add(Following.of(ChangeTopic.TARGETS, "organisation.change.targets",
                    AgencyType.find(change.type()).orElseThrow(), before,
                    before - change.ending().size() + change.founded().size(), change.day()));
        }
        changes.waitingTo(change.ending(), change.day()).ifPresent(waiting -> all.add(
                Following.of(ChangeTopic.UNITS, "organisation.change.moves-follow", waiting)));
        if (change.kind() == AgencyChange.Kind.MOVE) {
            all.add(Following.of(ChangeTopic.PEOPLE, "organisation.change.rights-move"));
        }
        long units = below(change);
        if (units > 0) {
            all.add(Following.of(ChangeTopic.UNITS, change.ending().isEmpty() ? "organisation.change.units-along"
                    : "organisation.change.units-move", units));
        }
        return all;
    }

    private long below(Rearrangement change) {
        List<Long> above = change.ending().isEmpty() ? List.of(change.agency()) : change.ending();
        return change.kind() == AgencyChange.Kind.EDIT ? 0
                : flushed.withHandle(sql -> sql.createQuery("""
                        SELECT COUNT(*) FROM agency c JOIN agency a ON a.id IN (<above>)
                            AND c.path LIKE CONCAT(a.path, '%%') AND c.id NOT IN (<above>)
                        WHERE %s""".formatted(Lasting.since("c", ":day"))).bindList("above", above)
                        .bind("day", change.day()).mapTo(Long.class).one());
    }
}
