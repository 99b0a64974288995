package vn.thang.organisation.sheet;

import java.time.LocalDate;
import java.util.List;
import vn.thang.organisation.agency.AgencyType;

/**
 * What a file of agencies would change, or has changed.
 *
 * @param hash    SHA-256 of the file
 * @param ignored headings of columns that are not read
 */
public record ImportReport(String hash, List<Created> created, List<Changed> changed, int unchanged,
        List<RowFault> faults, List<String> ignored) {

    /** An agency that is not there yet. */
    public record Created(int line, String code, String name, AgencyType type, String parent, LocalDate validFrom,
            LocalDate validTo) {
    }

    /** An agency that is there, and what the file says otherwise about it. */
    public record Changed(int line, String code, String name, List<Difference> differences) {
    }

    /** One value before and after. */
    public record Difference(AgencyColumn column, String before, String after) {
    }

    static ImportReport of(AgencyFile file, ImportPlan plan, String hash) {
        return new ImportReport(hash,
                plan.created().stream()
                        .map(row -> new Created(row.line(), row.code(), row.name(), row.type(), row.parent(),
                                row.validFrom(), row.validTo()))
                        .toList(),
                plan.changed().stream()
                        .map(row -> new Changed(row.line(), row.code(), row.name(), plan.differences(row))).toList(),
                plan.unchanged(), plan.faults(), file.ignored());
    }

    public boolean changesNothing() {
        return created.isEmpty() && changed.isEmpty();
    }
}
