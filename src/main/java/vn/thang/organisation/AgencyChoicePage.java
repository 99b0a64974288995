package vn.thang.organisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;

/** Offers agencies while a person types; t:agency asks it. */
@Named
@RequestScoped
public class AgencyChoicePage {

    @Inject
    private AgencyDirectory directory;

    @Inject
    private Language language;

    private final Map<String, String> labels = new HashMap<>();

    /** Codes of the agencies that the words fit. */
    public List<String> complete(String words) {
        return directory.choices(words).stream().map(choice -> {
            labels.put(choice.agency().code(), choice.label(language.getLocale()));
            return choice.agency().code();
        }).toList();
    }

    /** The name with its place; what is no code of an agency stays as it was typed, and the use case refuses it. */
    public String label(String code) {
        return code == null ? "" : labels.computeIfAbsent(code, this::named);
    }

    private String named(String code) {
        try {
            return directory.get(code).agency().name(language.getLocale());
        } catch (BusinessException.NotFound e) {
            return code;
        }
    }
}
