package vn.thang.organisation.agency.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.platform.Language;

/** Shows the name of an agency in the language of the person, of the two that its row carries, and its place beside it. */
@Named
@RequestScoped
public class AgencyNamesPage {

    @Inject
    private AgencyDirectory directory;

    @Inject
    private Language language;

    private Map<String, DirectoryLine> known;

    /** The name for readers of Vietnamese, or for others where there is one. */
    public String shown(String name, String nameEn) {
        return AgencyName.of(name, nameEn, language.getLocale());
    }

    /**
     * The agency above that of this code, which tells five communes of one name apart; nothing for an agency of the first
     * level, which needs none. A list asks for all of its rows at once.
     */
    public String place(String code) {
        if (known == null) {
            known = directory.byCode();
        }
        DirectoryLine line = code == null ? null : known.get(code);
        return line == null || line.firstLevel() ? "" : line.parentName(language.getLocale());
    }
}
