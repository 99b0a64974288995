package vn.thang.organisation;

import java.util.Locale;

/**
 * An agency in the tree.
 *
 * @param below how many agencies are directly below it
 */
public record AgencyBranch(String code, String name, String nameEn, String type, int below) {

    /** Its name for readers of Vietnamese, or for others where it has one. */
    public String name(Locale locale) {
        return nameEn == null || locale.getLanguage().equals("vi") ? name : nameEn;
    }
}
