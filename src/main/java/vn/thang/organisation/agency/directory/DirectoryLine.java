package vn.thang.organisation.agency.directory;

import java.time.LocalDate;
import java.util.Locale;
import vn.thang.organisation.agency.AgencyName;
import vn.thang.organisation.agency.AgencyType;

/**
 * An agency in a list.
 *
 * @param firstLevel whether the agency above is the country, or there is none
 */
public record DirectoryLine(long id, String code, String name, String nameEn, String type, String parentCode,
        String parentName, String parentNameEn, boolean firstLevel, LocalDate validFrom,
        LocalDate validTo) implements AgencyName {

    /** The name of the agency above; null for the country. */
    public String parentName(Locale locale) {
        return AgencyName.of(parentName, parentNameEn, locale);
    }

    /** Its name with that of the agency above, which tells it from others of the same name; the country tells nothing. */
    public String nameAndPlace(Locale locale) {
        return firstLevel ? name(locale) : name(locale) + ", " + parentName(locale);
    }

    public String typeName(Locale locale) {
        return AgencyType.find(type).map(kind -> kind.name(locale)).orElse(type);
    }

    /** Whether the agency is there on a day. */
    public boolean lastsOn(LocalDate day) {
        return (validFrom == null || !validFrom.isAfter(day)) && !isOver(day);
    }

    public boolean isOver(LocalDate today) {
        return validTo != null && validTo.isBefore(today);
    }
}
