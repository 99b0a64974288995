package vn.thang.organisation.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.organisation.sheet.AgencySheetRow;

/** What is to be done with an agency, from a day on, by a decision. */
public sealed interface AgencyChange {

    /** The kinds of change, in the order in which the page offers them. */
    enum Kind {
        EDIT, MOVE, MERGE, SPLIT, CLOSE;

        /** Whether the history of those that end goes on in another agency. */
        public boolean joins() {
            return this == MERGE;
        }
    }

    /** Code of the agency with which it is done. */
    String agency();

    /** The first day on which it holds. */
    LocalDate day();

    /** The decision that asks for it, with its number. */
    String decision();

    Kind kind();

    /** Codes of the agencies that end the day before. */
    List<String> ending();

    /** Code of the agency that goes on for those that end; null where none does. */
    default String successor() {
        return null;
    }

    /** Returns what the agencies concerned are from that day on, units below left aside. */
    List<AgencySheetRow> rows(Map<String, AgencySheetRow> present);

    /** An agency that begins. */
    record Founded(String code, String name, String nameEn) {
    }

    /**
     * An agency that begins where another one is divided.
     *
     * @param units codes of the units of the divided one that stand below this one from then on
     */
    record Part(String code, String name, List<String> units) {
    }

    /**
     * Another name, type or kind.
     *
     * @param agencyKind code of its kind; null for whichever its name begins with
     */
    record Edit(String agency, LocalDate day, String decision, String name, String nameEn, AgencyType type,
            String agencyKind) implements AgencyChange {

        @Override
        public Kind kind() {
            return Kind.EDIT;
        }

        @Override
        public List<String> ending() {
            return List.of();
        }

        @Override
        public List<AgencySheetRow> rows(Map<String, AgencySheetRow> present) {
            return List.of(present.get(agency).named(name, nameEn, type));
        }
    }

    /** Another place in the tree, with all units below. */
    record Move(String agency, LocalDate day, String decision, String parent) implements AgencyChange {

        @Override
        public Kind kind() {
            return Kind.MOVE;
        }

        @Override
        public List<String> ending() {
            return List.of();
        }

        @Override
        public List<AgencySheetRow> rows(Map<String, AgencySheetRow> present) {
            return List.of(present.get(agency).below(parent));
        }
    }

    /**
     * Several agencies become one.
     *
     * @param others  those that are merged with the agency
     * @param founded the agency that begins for all of them; null where the agency itself goes on and takes the others in
     * @param roles   whether roles at those that end are given at the one that goes on, all but those that sign
     */
    record Merge(String agency, LocalDate day, String decision, List<String> others, Founded founded,
            boolean roles) implements AgencyChange {

        @Override
        public Kind kind() {
            return Kind.MERGE;
        }

        @Override
        public List<String> ending() {
            return founded == null ? others : Stream.concat(Stream.of(agency), others.stream()).toList();
        }

        @Override
        public String successor() {
            return founded == null ? agency : founded.code();
        }

        @Override
        public List<AgencySheetRow> rows(Map<String, AgencySheetRow> present) {
            AgencySheetRow self = present.get(agency);
            List<AgencySheetRow> rows = new ArrayList<>(
                    ending().stream().map(code -> present.get(code).until(day.minusDays(1))).toList());
            if (founded == null) {
                TreeSet<String> before = new TreeSet<>(self.predecessors());
                before.addAll(others);
                rows.add(self.following(before));
            } else {
                rows.add(new AgencySheetRow(0, founded.code(), self.parent(), founded.name(), founded.nameEn(),
                        self.type(),
                        day, null, new TreeSet<>(ending())));
            }
            return rows;
        }
    }

    /** One agency becomes several. */
    record Split(String agency, LocalDate day, String decision, List<Part> parts) implements AgencyChange {

        @Override
        public Kind kind() {
            return Kind.SPLIT;
        }

        @Override
        public List<String> ending() {
            return List.of(agency);
        }

        @Override
        public List<AgencySheetRow> rows(Map<String, AgencySheetRow> present) {
            AgencySheetRow self = present.get(agency);
            List<AgencySheetRow> rows = new ArrayList<>(List.of(self.until(day.minusDays(1))));
            parts.forEach(
                    part -> rows.add(new AgencySheetRow(0, part.code(), self.parent(), part.name(), null, self.type(),
                            day, null, new TreeSet<>(List.of(agency)))));
            return rows;
        }
    }

    /** An agency ends, and none goes on for it. */
    record Close(String agency, LocalDate day, String decision) implements AgencyChange {

        @Override
        public Kind kind() {
            return Kind.CLOSE;
        }

        @Override
        public List<String> ending() {
            return List.of(agency);
        }

        @Override
        public List<AgencySheetRow> rows(Map<String, AgencySheetRow> present) {
            return List.of(present.get(agency).until(day.minusDays(1)));
        }
    }
}
