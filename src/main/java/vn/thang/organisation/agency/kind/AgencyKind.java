package vn.thang.organisation.agency.kind;

import java.util.Locale;
import vn.thang.organisation.agency.AgencyType;

/**
 * What agencies of a type are called more exactly, such as a ward among the communes.
 *
 * @param type     key of the type by which rounds, models and targets count
 * @param agencies how many there are
 */
public record AgencyKind(String code, String type, String name, String nameEn, String nameDe, long agencies) {

    public String name(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en" -> nameEn;
            case "de" -> nameDe;
            default -> name;
        };
    }

    public String typeName(Locale locale) {
        return AgencyType.find(type).map(one -> one.name(locale)).orElse(type);
    }
}
