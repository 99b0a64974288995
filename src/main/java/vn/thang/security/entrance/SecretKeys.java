package vn.thang.security.entrance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.platform.Sealing;

/**
 * Keys by which secrets of people are sealed and cookies signed. {@code thang.secrets.key-file} names a file with a line
 * {@code name key} each, the key being 32 bytes in Base64: the first one seals and signs, all of them open and check, so that
 * a key is changed by a new line above it.
 */
@ApplicationScoped
public class SecretKeys {

    private static final Logger LOG = Logger.getLogger(SecretKeys.class.getName());
    private static final String MAC = "HmacSHA256";
    private static final int LONGEST_NAME = 40;

    @Inject
    @ConfigProperty(name = "thang.secrets.key-file")
    private Optional<String> file;

    private final Map<String, byte[]> keys = new LinkedHashMap<>();

    protected SecretKeys() {
    }

    /** @throws IllegalArgumentException when a line is no key; it says which, and not what stands there */
    SecretKeys(Iterable<String> lines) {
        read(lines);
    }

    /** Without keys the application runs: nobody sets up a factor, and whoever has one is not let in without it. */
    @PostConstruct
    void read() {
        try {
            if (file.filter(name -> !name.isBlank()).isPresent()) {
                read(Files.readAllLines(Path.of(file.get())));
            }
        } catch (IOException | IllegalArgumentException e) {
            keys.clear();
            LOG.log(Level.WARNING, "The keys for secrets of people cannot be used: {0}",
                    e instanceof IOException ? e.getClass().getSimpleName() : e.getMessage());
        }
    }

    private void read(Iterable<String> lines) {
        int number = 0;
        for (String line : lines) {
            number++;
            String[] parts = line.strip().split("\\s+");
            if (!line.isBlank()) {
                keys.put(parts[0], key(parts, number));
            }
        }
    }

    private static byte[] key(String[] parts, int line) {
        try {
            byte[] key = parts.length == 2 && parts[0].length() <= LONGEST_NAME ? Base64.getDecoder().decode(parts[1])
                    : new byte[0];
            if (key.length == Sealing.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Line " + line + " of thang.secrets.key-file is no Base64");
        }
        throw new IllegalArgumentException("Line " + line + " of thang.secrets.key-file is no name with a key of "
                + Sealing.KEY_BYTES + " bytes");
    }

    /** Whether there is a key: without one no secret can be kept. */
    public boolean isSet() {
        return !keys.isEmpty();
    }

    /** Returns the name of the key that seals. */
    public String current() {
        return keys.keySet().stream().findFirst()
                .orElseThrow(() -> new IllegalStateException("thang.secrets.key-file is not set"));
    }

    /** Seals by the present key what is bound to this. */
    public byte[] seal(String secret, String binding) {
        return new Sealing(keys.get(current())).seal(secret, binding);
    }

    /** Opens what was sealed by the key of this name. */
    public String open(String name, byte[] sealed, String binding) {
        if (!keys.containsKey(name)) {
            throw new IllegalStateException("There is no key " + name + " in thang.secrets.key-file any more");
        }
        try {
            return new Sealing(keys.get(name)).open(sealed, binding);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What the key " + name + " has sealed was altered", e);
        }
    }

    /** Returns what this text is signed with by the present key. */
    String sign(String text) {
        return sign(keys.get(current()), text);
    }

    /** Whether any of the keys has signed this text so. */
    boolean isSigned(String text, String signature) {
        return keys.values().stream().anyMatch(key -> MessageDigest.isEqual(
                sign(key, text).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8)));
    }

    /** Signing uses a key of its own that follows from the one for sealing. */
    private static String sign(byte[] key, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(mac(key, "signing"), text));
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
