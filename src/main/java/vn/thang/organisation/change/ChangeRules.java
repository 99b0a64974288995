package vn.thang.organisation.change;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.organisation.sheet.AgencySheetRow;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;

/**
 * What makes sense as a change of agencies, beside what every row of a list of agencies has to fulfil. Each fault names its field
 * of the page.
 */
final class ChangeRules {

    static final int LONGEST_DECISION = 200;
    private static final int MOST_YEARS = 10;

    private ChangeRules() {
    }

    /** @param standing all agencies where they will stand on the day of the change */
    static void check(AgencyChange change, Map<String, AgencySheetRow> present, Map<String, AgencySheetRow> standing,
            LocalDate today) {
        Faults faults = new Faults();
        AgencySheetRow self = present.get(change.agency());
        LocalDate day = change.day();
        faults.check("decision",
                () -> GivenText.required(change.decision(), LONGEST_DECISION, "organisation.change.decision-missing"));
        boolean dated = faults.require(day != null && !day.isBefore(today.minusYears(MOST_YEARS))
                && !day.isAfter(today.plusYears(MOST_YEARS)), "day", "organisation.change.day-missing", MOST_YEARS);
        faults.require(self.type() != AgencyType.COUNTRY || change.kind() == AgencyChange.Kind.EDIT, null,
                "organisation.change.root");
        faults.refuse();
        faults.require(self.lastsOn(dated ? day : today), "day", "organisation.change.over", self.name());
        switch (change) {
            case AgencyChange.Edit edit -> faults.check("name", () -> GivenText.required(edit.name(),
                    AgencySheetRow.LONGEST, "organisation.change.name"));
            case AgencyChange.Move move -> place(faults, "parent", move.parent(), present, day);
            case AgencyChange.Merge merge -> merge(faults, merge, self, present);
            case AgencyChange.Split split -> split(faults, split, present, standing);
            case AgencyChange.Close close -> units(faults, units(standing, close.ending(), day));
        }
        faults.refuse();
    }

    /** Returns the units directly below agencies that are there on a day or later. */
    static List<AgencySheetRow> units(Map<String, AgencySheetRow> present, Collection<String> above, LocalDate day) {
        return present.values().stream()
                .filter(row -> row.parent() != null && above.contains(row.parent()) && !above.contains(row.code())
                        && row.lastsOn(day))
                .toList();
    }

    private static void place(Faults faults, String field, String code, Map<String, AgencySheetRow> present,
            LocalDate day) {
        AgencySheetRow above = code == null ? null : present.get(code);
        if (faults.require(above != null, field, "organisation.unknown-agency", code == null ? "" : code)) {
            faults.require(above.lastsOn(day), field, "organisation.change.over", above.name());
        }
    }

    private static void merge(Faults faults, AgencyChange.Merge merge, AgencySheetRow self,
            Map<String, AgencySheetRow> present) {
        faults.require(!merge.others().isEmpty(), "other0", "organisation.change.others-missing");
        Set<String> seen = new HashSet<>(List.of(merge.agency()));
        for (int i = 0; i < merge.others().size(); i++) {
            String field = "other" + i;
            AgencySheetRow other = present.get(merge.others().get(i));
            if (!faults.require(other != null, field, "organisation.unknown-agency", merge.others().get(i))) {
                continue;
            }
            faults.require(seen.add(other.code()), field, "organisation.change.twice", other.name());
            faults.require(other.type() == self.type(), field, "organisation.change.types", other.name());
            faults.require(other.lastsOn(merge.day()), field, "organisation.change.over", other.name());
        }
        if (merge.founded() != null) {
            fresh(faults, "foundedCode", merge.founded().code(), present);
            faults.check("foundedName", () -> GivenText.required(merge.founded().name(), AgencySheetRow.LONGEST,
                    "organisation.change.name"));
        }
    }

    private static void split(Faults faults, AgencyChange.Split split, Map<String, AgencySheetRow> present,
            Map<String, AgencySheetRow> standing) {
        faults.require(split.parts().size() > 1, "part0Code", "organisation.change.parts-missing");
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < split.parts().size(); i++) {
            AgencyChange.Part part = split.parts().get(i);
            String field = "part" + i;
            fresh(faults, field + "Code", part.code(), present);
            faults.require(codes.add(part.code()), field + "Code", "organisation.change.twice", part.code());
            faults.check(field + "Name",
                    () -> GivenText.required(part.name(), AgencySheetRow.LONGEST, "organisation.change.name"));
        }
        List<AgencySheetRow> below = units(standing, split.ending(), split.day());
        List<AgencySheetRow> leaving = units(present, split.ending(), split.day());
        List<String> given = split.parts().stream().flatMap(part -> part.units().stream()).toList();
        given.stream().filter(code -> Stream.concat(below.stream(), leaving.stream())
                .noneMatch(unit -> unit.code().equals(code)))
                .forEach(code -> faults.require(false, "part0Units", "organisation.change.no-unit", code));
        faults.require(new HashSet<>(given).size() == given.size(), "part0Units", "organisation.change.unit-twice");
        units(faults, below.stream().filter(unit -> !given.contains(unit.code())).toList());
    }

    /** Nothing stands below an agency that is no more. */
    private static void units(Faults faults, List<AgencySheetRow> left) {
        faults.require(left.isEmpty(), null, "organisation.change.units-left", left.size(),
                Stream.concat(left.stream().limit(3).map(AgencySheetRow::name), left.size() > 3 ? Stream.of("…")
                        : Stream.empty()).reduce((one, other) -> one + ", " + other).orElse(""));
    }

    /** Nobody moves below an agency that is no more by then, where none goes on for it. */
    static void moves(List<ChangeLine> left) {
        Faults faults = new Faults();
        faults.require(left.isEmpty(), null, "organisation.change.moves-wait", left.size(),
                left.stream().limit(3).map(ChangeLine::agencyName).collect(Collectors.joining(", ")));
        faults.refuse();
    }

    private static void fresh(Faults faults, String field, String code, Map<String, AgencySheetRow> present) {
        if (faults.require(code != null && !code.isBlank(), field, "organisation.fault.code-missing")) {
            faults.require(!present.containsKey(code), field, "organisation.change.code-used", code);
        }
    }
}
