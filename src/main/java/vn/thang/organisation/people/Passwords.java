package vn.thang.organisation.people;

import java.util.Locale;
import vn.thang.platform.BusinessException;

/** Which passwords are good enough. */
public final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private Passwords() {
    }

    /** @throws BusinessException when it is too short, too long or contains the user name */
    public static void check(String username, String password) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            throw new BusinessException("organisation.password.short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw new BusinessException("organisation.password.long", LONGEST);
        }
        if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
            throw new BusinessException("organisation.password.name");
        }
        if (password.chars().distinct().count() < 5) {
            throw new BusinessException("organisation.password.same");
        }
    }
}
