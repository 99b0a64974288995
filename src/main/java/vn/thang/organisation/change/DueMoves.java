package vn.thang.organisation.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.AgencyEvent;
import vn.thang.organisation.sheet.AgencySheetRow;
import vn.thang.organisation.sheet.AgencyTaking;

/** Moves of agencies that were decided for a day to come: taken when it has come, or dropped. */
@ApplicationScoped
@Transactional
class DueMoves {

    @Inject
    private Agencies agencies;

    @Inject
    private AgencyTaking taking;

    @Inject
    private AgencyChanges changes;

    @Inject
    private Clock clock;

    @Inject
    private Event<AgencyEvent> events;

    /**
     * Takes the moves whose day has come, and tells of all of them at once, since what is summed by the tree is summed anew then;
     * answers how many. A matter of the application itself.
     */
    int take() {
        List<ChangeLine> due = changes.due(LocalDate.now(clock));
        List<AgencyEvent.Moved> moved = new ArrayList<>();
        due.stream().collect(Collectors.groupingBy(ChangeLine::day, TreeMap::new, Collectors.toList()))
                .forEach((day, lines) -> moved.addAll(takeOf(day, lines)));
        if (!moved.isEmpty()) {
            events.fire(new AgencyEvent.AgenciesMoved(moved));
        }
        return due.size();
    }

    /** Takes the moves of one day at once: the whole tree is read and written once for all of them. */
    private List<AgencyEvent.Moved> takeOf(LocalDate day, List<ChangeLine> lines) {
        Map<String, AgencySheetRow> present = taking.present();
        Map<String, AgencySheetRow> rows = new TreeMap<>();
        List<AgencyEvent.Moved> moved = new ArrayList<>();
        for (ChangeLine line : lines) {
            AgencySheetRow row = present.get(line.agency());
            if (!row.lastsOn(day) || !present.get(line.parent()).lastsOn(day)) {
                drop(line, clock.instant()); // it ended meanwhile by a list of agencies
                continue;
            }
            rows.put(line.agency(), row.below(line.parent()));
            changes.taken(line.id(), clock.instant());
            moved.add(new AgencyEvent.Moved(line.kind().name(), agencies.get(line.agency()).id(), line.day(),
                    line.decision(), row.name()));
        }
        rows.values().removeIf(row -> Objects.equals(row.parent(), present.get(row.code()).parent()));
        if (!rows.isEmpty()) {
            taking.take(List.copyOf(rows.values()), day);
        }
        return moved;
    }

    /** Drops a move to come, and tells of it where nobody has taken or dropped it before. */
    void drop(ChangeLine line, Instant now) {
        if (changes.drop(line.id(), now)) {
            events.fire(new AgencyEvent.AgencyMoveDropped(agencies.get(line.agency()).id()));
        }
    }
}
