package vn.thang.organisation.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.table.LostZeros;

/** What a file of agencies means for the agencies there are: which rows fit, and which are new. Changes nothing. */
final class ImportPlan {

    private final AgencyFile file;
    private final Map<String, AgencySheetRow> present = new HashMap<>();
    private final LocalDate today;
    private final Map<String, String> writtenCodes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> twice = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, AgencySheetRow> right = new LinkedHashMap<>();
    private final List<RowFault> faults;

    private ImportPlan(AgencyFile file, Collection<AgencySheetRow> present, LocalDate today) {
        this.file = file;
        this.today = today;
        this.faults = new ArrayList<>(file.faults());
        present.forEach(agency -> this.present.put(agency.code(), agency));
        present.forEach(agency -> writtenCodes.put(agency.code(), agency.code()));
        faults.stream().filter(fault -> fault.reason().equals("code-twice")).forEach(fault -> twice.add(fault.value()));
        file.rows().forEach(row -> right.put(row.code(), completed(row)));
    }

    static ImportPlan of(AgencyFile file, Collection<AgencySheetRow> present, LocalDate today) {
        ImportPlan plan = new ImportPlan(file, present, today);
        plan.refuse(plan::faultByItself);
        while (plan.refuse(plan::faultAmongOthers)) {
            // a row that goes may take others with it
        }
        plan.faults.sort(Comparator.comparingInt(RowFault::line).thenComparing(RowFault::column));
        return plan;
    }

    List<RowFault> faults() {
        return faults;
    }

    /** Rows of agencies that are not there yet, every parent before its children. */
    List<AgencySheetRow> created() {
        TreeMap<Integer, List<AgencySheetRow>> byDepth = new TreeMap<>();
        right.values().stream().filter(row -> !present.containsKey(row.code()))
                .forEach(row -> byDepth.computeIfAbsent(depth(row), depth -> new ArrayList<>()).add(row));
        return byDepth.values().stream().flatMap(List::stream).toList();
    }

    /** Rows that say something else than what is there. */
    List<AgencySheetRow> changed() {
        return right.values().stream()
                .filter(row -> present.containsKey(row.code()) && !differences(row).isEmpty()).toList();
    }

    int unchanged() {
        return right.size() - created().size() - changed().size();
    }

    List<ImportReport.Difference> differences(AgencySheetRow row) {
        AgencySheetRow before = present.get(row.code());
        return List.of(AgencyColumn.values()).stream()
                .filter(column -> !before.text(column).equals(row.text(column)))
                .map(column -> new ImportReport.Difference(column, before.text(column), row.text(column))).toList();
    }

    /** A file that lacks a column says nothing about it. */
    private AgencySheetRow completed(AgencySheetRow row) {
        AgencySheetRow before = present.get(row.code());
        if (before == null) {
            return row;
        }
        return new AgencySheetRow(row.line(), row.code(), row.parent(), row.name(),
                file.has(AgencyColumn.NAME_EN) ? row.nameEn() : before.nameEn(), row.type(),
                file.has(AgencyColumn.VALID_FROM) ? row.validFrom() : before.validFrom(),
                file.has(AgencyColumn.VALID_TO) ? row.validTo() : before.validTo(),
                file.has(AgencyColumn.PREDECESSORS) ? row.predecessors() : before.predecessors());
    }

    private boolean refuse(Function<AgencySheetRow, RowFault> check) {
        List<RowFault> found = new ArrayList<>();
        Set<String> refused = new HashSet<>();
        for (AgencySheetRow row : right.values()) {
            RowFault fault = check.apply(row);
            if (fault != null) {
                found.add(fault);
                refused.add(row.code());
            }
        }
        right.keySet().removeAll(refused);
        faults.addAll(found);
        return !found.isEmpty();
    }

    private RowFault faultByItself(AgencySheetRow row) {
        if (twice.contains(row.code())) {
            return RowFault.of(row.line(), AgencyColumn.CODE, row.code(), "code-twice");
        }
        if (row.validFrom() != null && row.validTo() != null && row.validTo().isBefore(row.validFrom())) {
            return RowFault.of(row.line(), AgencyColumn.VALID_TO, row.validTo().toString(), "dates");
        }
        if (row.predecessors().contains(row.code())) {
            return RowFault.of(row.line(), AgencyColumn.PREDECESSORS, row.code(), "own-predecessor");
        }
        String written = writtenCodes.getOrDefault(row.code(), row.code());
        if (!written.equals(row.code())) {
            return new RowFault(row.line(), AgencyColumn.CODE, row.code(), "code-case", written);
        }
        List<String> meant = present.containsKey(row.code()) ? List.of() : LostZeros.meant(row.code(), this::isNamed);
        if (!meant.isEmpty()) {
            return new RowFault(row.line(), AgencyColumn.CODE, row.code(), "code-zeros", String.join(", ", meant));
        }
        AgencySheetRow before = present.get(row.code());
        if (before != null && isOther(before, row)) {
            return new RowFault(row.line(), AgencyColumn.CODE, row.code(), "code-closed", before.name());
        }
        return faultAtRoot(row);
    }

    /** The code of a closed agency stays with it: the row means another one when name, type or time differ. */
    private boolean isOther(AgencySheetRow before, AgencySheetRow row) {
        return before.validTo() != null && before.validTo().isBefore(today)
                && (!before.name().equals(row.name()) || before.type() != row.type()
                        || row.validFrom() != null && row.validFrom().isAfter(before.validTo()));
    }

    /** There is one root, of type country, and nothing else without a parent. */
    private RowFault faultAtRoot(AgencySheetRow row) {
        if ((row.type() == AgencyType.COUNTRY) != (row.parent() == null)) {
            return row.parent() == null ? RowFault.of(row.line(), AgencyColumn.PARENT, "", "parent-missing")
                    : RowFault.of(row.line(), AgencyColumn.PARENT, row.parent(), "root-parent");
        }
        if (row.parent() == null) {
            String root = present.values().stream().filter(agency -> agency.parent() == null).map(AgencySheetRow::code)
                    .findFirst()
                    .orElseGet(() -> file.rows().stream().filter(other -> other.parent() == null
                            && other.type() == AgencyType.COUNTRY).map(AgencySheetRow::code).findFirst()
                            .orElse(row.code()));
            return root.equals(row.code()) ? null
                    : new RowFault(row.line(), AgencyColumn.PARENT, "", "root-second", root);
        }
        return null;
    }

    private RowFault faultAmongOthers(AgencySheetRow row) {
        if (row.parent() != null && !isKnown(row.parent())) {
            return unknown(row, AgencyColumn.PARENT, row.parent(), "parent");
        }
        String stranger = row.predecessors().stream().filter(code -> !isKnown(code)).findFirst().orElse(null);
        if (stranger != null) {
            return unknown(row, AgencyColumn.PREDECESSORS, stranger, "predecessor");
        }
        return isBelowItself(row) ? RowFault.of(row.line(), AgencyColumn.PARENT, row.parent(), "parent-cycle") : null;
    }

    private RowFault unknown(AgencySheetRow row, AgencyColumn column, String code, String what) {
        List<String> meant = LostZeros.meant(code, this::isNamed);
        return file.codes().contains(code) ? RowFault.of(row.line(), column, code, what + "-faulty")
                : meant.isEmpty() ? RowFault.of(row.line(), column, code, what + "-unknown")
                        : new RowFault(row.line(), column, code, "code-zeros", String.join(", ", meant));
    }

    private boolean isNamed(String code) {
        return present.containsKey(code) || file.codes().contains(code);
    }

    private boolean isKnown(String code) {
        return present.containsKey(code) || right.containsKey(code);
    }

    private boolean isBelowItself(AgencySheetRow row) {
        Set<String> passed = new HashSet<>();
        for (String code = row.parent(); code != null && passed.add(code); code = parent(code)) {
            if (code.equals(row.code())) {
                return true;
            }
        }
        return false;
    }

    private int depth(AgencySheetRow row) {
        int depth = 0;
        for (String code = row.parent(); code != null; code = parent(code)) {
            depth++;
        }
        return depth;
    }

    private String parent(String code) {
        AgencySheetRow row = right.getOrDefault(code, present.get(code));
        return row == null ? null : row.parent();
    }
}
