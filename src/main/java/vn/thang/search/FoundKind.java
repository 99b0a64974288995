package vn.thang.search;

import java.util.Locale;

/** What can be found, in the order in which it is shown. */
public enum FoundKind {
    AGENCY, TARGET, CRITERION, INDICATOR, DOCUMENT, PERSON;

    /** Returns the last part of the text keys and the value in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
