package vn.thang.security.entrance;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;

/** Argon2id with the parameters that OWASP names as the least (19 MiB, 2 passes); few at a time, for each takes its memory. */
public final class PasswordHash {

    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    static final int MOST_AT_ONCE = 4;
    static final Semaphore AT_ONCE = new Semaphore(MOST_AT_ONCE);

    private PasswordHash() {
    }

    public static String of(String password) {
        return limited(() -> Password.hash(normal(password)).addRandomSalt(16).with(ARGON2).getResult());
    }

    public static boolean matches(String password, String hash) {
        return limited(() -> Password.check(normal(password), hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** Vietnamese input methods compose the same letter in different ways. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static <T> T limited(java.util.function.Supplier<T> work) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            AT_ONCE.release();
        }
    }
}
