package vn.thang.organisation.sheet;

import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.agency.AgencyType;

/** An agency as a row of a file describes it. What is empty is null. */
record AgencyRow(int line, String code, String parent, String name, String nameEn, AgencyType type,
        LocalDate validFrom, LocalDate validTo, SortedSet<String> predecessors) {

    /** The present state of an agency in the shape of a row. */
    static AgencyRow of(Agency agency) {
        return new AgencyRow(0, agency.code(), agency.parent() == null ? null : agency.parent().code(), agency.name(),
                agency.nameEn(), AgencyType.find(agency.type()).orElseThrow(), agency.validFrom(), agency.validTo(),
                agency.predecessors().stream().map(Agency::code).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What stands in a column, as text. */
    String text(AgencyColumn column) {
        return switch (column) {
            case CODE -> code;
            case PARENT -> orEmpty(parent);
            case NAME -> name;
            case NAME_EN -> orEmpty(nameEn);
            case TYPE -> type.key();
            case VALID_FROM -> orEmpty(validFrom);
            case VALID_TO -> orEmpty(validTo);
            case PREDECESSORS -> String.join(";", predecessors);
        };
    }

    private static String orEmpty(Object value) {
        return Objects.toString(value, "");
    }
}
