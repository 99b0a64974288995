package vn.thang.organisation.sheet;

import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.agency.AgencyType;

/** An agency as a row of a file, or a page, describes it. What is empty is null. */
public record AgencySheetRow(int line, String code, String parent, String name, String nameEn, AgencyType type,
        LocalDate validFrom, LocalDate validTo, SortedSet<String> predecessors) {

    static final int LONGEST_CODE = 20;
    public static final int LONGEST = 200;

    /** The present state of an agency in the shape of a row. */
    static AgencySheetRow of(Agency agency) {
        return new AgencySheetRow(0, agency.code(), agency.parent() == null ? null : agency.parent().code(),
                agency.name(),
                agency.nameEn(), AgencyType.find(agency.type()).orElseThrow(), agency.validFrom(), agency.validTo(),
                agency.predecessors().stream().map(Agency::code).collect(Collectors.toCollection(TreeSet::new)));
    }

    static boolean isCode(String code) {
        return code.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
    }

    /** Returns the agency with another name or type. */
    public AgencySheetRow named(String newName, String newNameEn, AgencyType newType) {
        return new AgencySheetRow(line, code, parent, newName, newNameEn, newType, validFrom, validTo, predecessors);
    }

    /** Returns the agency in another place. */
    public AgencySheetRow below(String newParent) {
        return new AgencySheetRow(line, code, newParent, name, nameEn, type, validFrom, validTo, predecessors);
    }

    /** Returns the agency with a last day. */
    public AgencySheetRow until(LocalDate lastDay) {
        return new AgencySheetRow(line, code, parent, name, nameEn, type, validFrom, lastDay, predecessors);
    }

    /** Returns the agency as one that came from these. */
    public AgencySheetRow following(SortedSet<String> former) {
        return new AgencySheetRow(line, code, parent, name, nameEn, type, validFrom, validTo, former);
    }

    /** Whether the agency is there on a day, or later. */
    public boolean lastsOn(LocalDate day) {
        return validTo == null || !validTo.isBefore(day);
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
