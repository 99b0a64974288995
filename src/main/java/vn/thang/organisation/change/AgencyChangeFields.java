package vn.thang.organisation.change;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.organisation.sheet.AgencySheetRow;
import vn.thang.platform.GivenText;

/** What stands in the fields of the page, and the change that it says. */
public class AgencyChangeFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String[] others;
    private final String[] partCodes;
    private final String[] partNames;
    private final String[] partUnits;
    private AgencyChange.Kind kind;
    private LocalDate day;
    private String decision;
    private String name;
    private String nameEn;
    private AgencyType type;
    private String agencyKind;
    private String parent;
    private String foundedCode;
    private String foundedName;
    private String foundedNameEn;
    private boolean roles = true;

    AgencyChangeFields(AgencySheetRow agency, String agencyKind, AgencyChange.Kind kind, LocalDate today,
            int mostOthers,
            int mostParts) {
        this.code = agency.code();
        this.kind = kind;
        this.day = today;
        this.name = agency.name();
        this.nameEn = agency.nameEn();
        this.type = agency.type();
        this.agencyKind = agencyKind;
        this.parent = agency.parent();
        this.others = new String[mostOthers];
        this.partCodes = new String[mostParts];
        this.partNames = new String[mostParts];
        this.partUnits = new String[mostParts];
    }

    /** What is left empty between is closed up first, so that a fault stands at the field that it is about. */
    AgencyChange change() {
        closeUp(others);
        int[] kept = IntStream.range(0, partCodes.length)
                .filter(i -> given(partCodes[i]) != null || given(partNames[i]) != null).toArray();
        Stream.of(partCodes, partNames, partUnits).forEach(column -> closeUp(column, kept));
        return switch (kind) {
            case EDIT ->
                new AgencyChange.Edit(code, day, given(decision), given(name), given(nameEn), type, given(agencyKind));
            case MOVE -> new AgencyChange.Move(code, day, given(decision), given(parent));
            case MERGE -> new AgencyChange.Merge(code, day, given(decision),
                    Stream.of(others).map(GivenText::orNull).filter(Objects::nonNull).toList(), founded(), roles);
            case SPLIT -> new AgencyChange.Split(code, day, given(decision), parts());
            case CLOSE -> new AgencyChange.Close(code, day, given(decision));
        };
    }

    private static void closeUp(String[] column) {
        closeUp(column, IntStream.range(0, column.length).filter(i -> given(column[i]) != null).toArray());
    }

    private static void closeUp(String[] column, int[] kept) {
        for (int i = 0; i < column.length; i++) {
            column[i] = i < kept.length ? column[kept[i]] : null;
        }
    }

    private AgencyChange.Founded founded() {
        return given(foundedCode) == null && given(foundedName) == null ? null
                : new AgencyChange.Founded(given(foundedCode), given(foundedName), given(foundedNameEn));
    }

    private List<AgencyChange.Part> parts() {
        return IntStream.range(0, partCodes.length)
                .filter(i -> given(partCodes[i]) != null || given(partNames[i]) != null)
                .mapToObj(i -> new AgencyChange.Part(given(partCodes[i]), given(partNames[i]),
                        given(partUnits[i]) == null ? List.of()
                                : List.of(partUnits[i].strip().split("[;,\\s]+"))))
                .toList();
    }

    private static String given(String text) {
        return GivenText.orNull(text);
    }

    public String getCode() {
        return code;
    }

    public String[] getOthers() {
        return others;
    }

    public String[] getPartCodes() {
        return partCodes;
    }

    public String[] getPartNames() {
        return partNames;
    }

    public String[] getPartUnits() {
        return partUnits;
    }

    public AgencyChange.Kind getKind() {
        return kind;
    }

    public void setKind(AgencyChange.Kind kind) {
        this.kind = kind;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public String getDecision() {
        return decision;
    }

    public void setDecision(String decision) {
        this.decision = decision;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public AgencyType getType() {
        return type;
    }

    public void setType(AgencyType type) {
        this.type = type;
    }

    public String getParent() {
        return parent;
    }

    public void setParent(String parent) {
        this.parent = parent;
    }

    public String getFoundedCode() {
        return foundedCode;
    }

    public void setFoundedCode(String foundedCode) {
        this.foundedCode = foundedCode;
    }

    public String getFoundedName() {
        return foundedName;
    }

    public void setFoundedName(String foundedName) {
        this.foundedName = foundedName;
    }

    public String getFoundedNameEn() {
        return foundedNameEn;
    }

    public void setFoundedNameEn(String foundedNameEn) {
        this.foundedNameEn = foundedNameEn;
    }

    public String getAgencyKind() {
        return agencyKind;
    }

    public void setAgencyKind(String agencyKind) {
        this.agencyKind = agencyKind;
    }

    public boolean isRoles() {
        return roles;
    }

    public void setRoles(boolean roles) {
        this.roles = roles;
    }
}
