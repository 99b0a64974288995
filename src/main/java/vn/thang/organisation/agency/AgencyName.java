package vn.thang.organisation.agency;

import java.util.Locale;

/** Whatever carries the name of an agency, in Vietnamese and perhaps in English. */
public interface AgencyName {

    String name();

    /** Null where the agency has no such name. */
    String nameEn();

    /** Returns the name for readers of Vietnamese, or for others where it has one. */
    default String name(Locale locale) {
        return of(name(), nameEn(), locale);
    }

    static String of(String name, String nameEn, Locale locale) {
        return nameEn == null || locale.getLanguage().equals("vi") ? name : nameEn;
    }
}
