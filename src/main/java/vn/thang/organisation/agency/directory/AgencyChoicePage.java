package vn.thang.organisation.agency.directory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
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

    /** The code that was typed or chosen; what is no code of an agency is told at the field, where it stays as it was typed. */
    @Override
    public String getAsObject(FacesContext context, UIComponent component, String text) {
        String code = text == null ? null : text.split(BETWEEN)[0].strip();
        if (code != null && !code.isEmpty()) {
            try {
                directory.get(code);
            } catch (BusinessException.NotFound unknown) {
                throw new ConverterException(
                        new FacesMessage(FacesMessage.SEVERITY_ERROR, language.text(unknown), null),
                        unknown);
            }
        }
        return code;
    }

    /** The code with the name and the place of its agency, as it was offered; what is no code stays as it was typed. */
    @Override
    public String getAsString(FacesContext context, UIComponent component, String code) {
        if (code == null || code.isEmpty() || code.contains(BETWEEN)) {
            return code == null ? "" : code;
        }
        try {
            return code + BETWEEN + directory.get(code).agency().nameAndPlace(language.getLocale());
        } catch (BusinessException.NotFound e) {
            return code;
        }
    }
}
