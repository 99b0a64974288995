package vn.thang.organisation;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.thang.platform.BusinessException;

/** Which passwords are good enough, and how a new one is made. */
final class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {
    }

    /** @throws BusinessException when it is too short, too long or contains the user name */
    static void check(String username, String password) {
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

    /** Sixteen signs in four groups, none of them easily mistaken for another: more than 90 bits of chance. */
    static String generate() {
        return IntStream.range(0, 4)
                .mapToObj(group -> RANDOM.ints(4, 0, SIGNS.length()).mapToObj(i -> SIGNS.substring(i, i + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
