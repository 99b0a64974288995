package vn.thang.organisation.people;

import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;

/** What an address of mail has to look like. */
public final class MailAddress {

    private static final int LONGEST = 160;

    private MailAddress() {
    }

    /** Returns the address as it is kept; null for none. */
    public static String of(String given) {
        String address = GivenText.optional(given, LONGEST, "organisation.email");
        if (address != null && !address.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new BusinessException("organisation.email", LONGEST);
        }
        return address;
    }
}
