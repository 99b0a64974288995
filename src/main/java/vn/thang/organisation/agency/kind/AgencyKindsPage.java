package vn.thang.organisation.agency.kind;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** The kinds of agency, and one that is added. */
@Named
@RequestScoped
public class AgencyKindsPage {

    @Inject
    private AgencyKindKeeping keeping;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    private String code;
    private String type;
    private String name;
    private String nameEn;
    private String nameDe;

    public void load() {
        notices.found(() -> {
            keeping.open();
            return true;
        });
    }

    public String add() {
        if (!notices.attempt(() -> keeping.add(code, type, name, nameEn, nameDe))) {
            return null;
        }
        notices.say("organisation.kind.added", name);
        return "/organisation/kinds?faces-redirect=true";
    }

    /** What an agency is called more exactly than its type, after that; nothing where nobody said. */
    public String of(String agency) {
        return keeping.of(agency).map(kind -> " · " + kind.name(language.getLocale())).orElse("");
    }

    public List<AgencyKind> getKinds() {
        return keeping.list();
    }

    public List<AgencyType> getTypes() {
        return Stream.of(AgencyType.values()).filter(one -> one != AgencyType.COUNTRY).toList();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
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

    public String getNameDe() {
        return nameDe;
    }

    public void setNameDe(String nameDe) {
        this.nameDe = nameDe;
    }
}
