package vn.thang.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals short secrets with AES-GCM. What a secret is bound to must be said again to open it. Of several keys the first one seals
 * and all of them open, so that a key is changed without what it has sealed being given again.
 */
public final class Sealing {

    public static final int KEY_BYTES = 32;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKeySpec> keys;

    /** @throws IllegalArgumentException when there is no key, or one has not 32 bytes */
    public Sealing(byte[]... keys) {
        if (keys.length == 0) {
            throw new IllegalArgumentException("There is no key");
        }
        this.keys = Arrays.stream(keys).map(Sealing::key).toList();
    }

    private static SecretKeySpec key(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key has " + key.length + " bytes instead of " + KEY_BYTES);
        }
        return new SecretKeySpec(key, "AES");
    }

    public byte[] seal(String secret, String binding) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, binding)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException when it was sealed with a key that is not here, bound to something else, or altered */
    public String open(byte[] sealed, String binding) throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        GeneralSecurityException closed = null;
        for (SecretKeySpec key : keys) {
            try {
                return new String(cipher(Cipher.DECRYPT_MODE, key, nonce, binding).doFinal(sealed, NONCE_BYTES,
                        sealed.length - NONCE_BYTES), StandardCharsets.UTF_8);
            } catch (AEADBadTagException e) {
                closed = e;
            }
        }
        throw closed;
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String binding)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(binding.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
