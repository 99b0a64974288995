package vn.thang.organisation.agency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;

/**
 * Offers agencies while a person types; t:agency asks it. What is offered begins with the code, so that a code typed by hand
 * is the same as one that was chosen.
 */
@Named
@RequestScoped
public class AgencyChoicePage implements Converter<String> {

    private static final String BETWEEN = " · ";

    @Inject
    private AgencyDirectory directory;

    @Inject
    private Language language;

    /** Codes and names of the agencies that the words fit, with their places. */
    public List<String> complete(String words) {
        return directory.find(words.split(BETWEEN)[0]).stream()
                .map(agency -> agency.code() + BETWEEN + agency.nameAndPlace(language.getLocale())).toList();
    }

    /** The code that was typed or chosen; the use case refuses what is none. */
    @Override
    public String getAsObject(FacesContext context, UIComponent component, String text) {
        return text == null ? null : text.split(BETWEEN)[0].strip();
    }

    /** The code with the name of its agency; what is no code stays as it was typed. */
    @Override
    public String getAsString(FacesContext context, UIComponent component, String code) {
        if (code == null || code.isEmpty() || code.contains(BETWEEN)) {
            return code == null ? "" : code;
        }
        try {
            return code + BETWEEN + directory.get(code).agency().name(language.getLocale());
        } catch (BusinessException.NotFound e) {
            return code;
        }
    }
}
