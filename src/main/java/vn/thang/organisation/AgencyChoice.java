package vn.thang.organisation;

import java.util.Locale;

/**
 * An agency that can be chosen.
 *
 * @param place name of the agency above, which tells it from others of the same name; null at the first level
 */
public record AgencyChoice(AgencyLine agency, String place) {

    public String label(Locale locale) {
        return agency.name(locale) + (place == null ? "" : ", " + place);
    }
}
