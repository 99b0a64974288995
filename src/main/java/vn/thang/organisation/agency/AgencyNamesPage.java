package vn.thang.organisation.agency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.platform.Language;

/** Shows the name of an agency in the language of the person, of the two that its row carries. */
@Named
@RequestScoped
public class AgencyNamesPage {

    @Inject
    private Language language;

    /** The name for readers of Vietnamese, or for others where there is one. */
    public String shown(String name, String nameEn) {
        return AgencyName.of(name, nameEn, language.getLocale());
    }
}
