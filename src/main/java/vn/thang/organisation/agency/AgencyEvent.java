package vn.thang.organisation.agency;

import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was done with agencies. */
public sealed interface AgencyEvent extends DomainEvent {

    /** The tree of agencies is another one than before: other places, types or ends. What is summed by it is summed anew. */
    sealed interface AgenciesSettled extends AgencyEvent
            permits AgenciesImported, AgencyRearranged, AgenciesMoved {

        private static TrailLine changed(long agency, String kind, LocalDate day, Long successor, List<Long> ending,
                String before, String decision) {
            return new TrailLine("change-agency", "agency", agency, agency,
                    "kind=%s day=%s successor=%s ending=%s name=%s decision=%s".formatted(kind, day, successor, ending,
                            before, decision));
        }
    }

    /**
     * An agency was renamed, moved, merged, divided or closed by a decision.
     *
     * @param kind      what was done: a constant of AgencyChange.Kind
     * @param successor the agency that goes on for those that end; null where none does
     * @param ending    the agencies that end the day before
     * @param day       the first day on which it holds
     * @param before    name of the agency before
     */
    record AgencyRearranged(String kind, long agency, Long successor, List<Long> ending, LocalDate day,
            String decision, String before) implements AgenciesSettled {

        @Override
        public List<TrailLine> trail() {
            return List.of(AgenciesSettled.changed(agency, kind, day, successor, ending, before, decision));
        }
    }

    /** Moves whose day has come were taken, all of them at once. */
    record AgenciesMoved(List<Moved> moves) implements AgenciesSettled {

        @Override
        public List<TrailLine> trail() {
            return moves.stream().map(move -> AgenciesSettled.changed(move.agency(), move.kind(), move.day(), null,
                    List.of(), move.before(), move.decision())).toList();
        }
    }

    /** An agency that came to another place; the components are those of {@link AgencyRearranged}. */
    record Moved(String kind, long agency, LocalDate day, String decision, String before) {
    }

    /** A kind of agency was added to a type. */
    record AgencyKindAdded(String kind, String type) implements AgencyEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("add-kind", "agency", null, null, "kind=%s type=%s".formatted(kind, type)));
        }
    }

    /** A move of an agency that was to come is taken back. */
    record AgencyMoveDropped(long agency) implements AgencyEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("drop-move", "agency", agency, agency, null));
        }
    }

    /** Agencies were taken from a file: other places, types or ends. */
    record AgenciesImported(int created, int changed, int faulty, String sha256) implements AgenciesSettled {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("import", "agency", null, null,
                    "created=%d changed=%d faulty=%d sha256=%s".formatted(created, changed, faulty, sha256)));
        }
    }
}
