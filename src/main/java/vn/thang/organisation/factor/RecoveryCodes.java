package vn.thang.organisation.factor;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;

/** Codes on paper of 120 random bits each, which are written in groups of four letters and digits. */
final class RecoveryCodes {

    static final int MANY = 10;
    static final int LETTERS = 24;
    private static final int BYTES = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {
    }

    /** Makes new ones, without their groups. */
    static List<String> make() {
        return Stream.generate(RecoveryCodes::one).limit(MANY).toList();
    }

    private static String one() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Base32().encodeToString(bytes);
    }

    static String inGroups(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1-");
    }
}
