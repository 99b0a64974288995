package vn.thang.organisation.agency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import vn.thang.platform.Language;

/**
 * Shows the names of agencies in the language of the person where what is shown carries the Vietnamese name only: readers of
 * Vietnamese cost no statement, all others one a page.
 */
@Named
@RequestScoped
public class AgencyNamesPage {

    @Inject
    private AgencyDirectory directory;

    @Inject
    private Language language;

    private Map<String, String> english;

    /** The name for readers of Vietnamese, or for others where there is one. */
    public String shown(String name) {
        if (name == null || name.isEmpty() || language.getCode().equals("vi")) {
            return name;
        }
        if (english == null) {
            english = directory.englishNames();
        }
        return english.getOrDefault(name, name);
    }
}
