package vn.thang.it;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** The telephone of a person for tests in the browser: makes codes from the secret, by a computation of its own. */
public final class SecondFactorOf {

    private static final int SECONDS = 30;

    private SecondFactorOf() {
    }

    /** Returns the code of this moment for a person of the demonstration, as if none had been used lately. */
    public static String demonstration(String username) {
        try (Connection connection = DatabaseForTests.connect();
                PreparedStatement query = connection.prepareStatement("""
                        SELECT f.person_id, f.sealed_secret FROM second_factor f JOIN person p ON p.id = f.person_id
                        WHERE p.username = ?""");
                PreparedStatement forget = connection.prepareStatement(
                        "UPDATE second_factor SET last_step = 0 WHERE person_id = ?")) {
            query.setString(1, username);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                forget.setLong(1, row.getLong(1));
                forget.executeUpdate();
                return code(open(row.getBytes(2), "second factor of " + row.getLong(1)), Instant.now());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the code of a secret as it stands on a page, at this moment. */
    public static String code(String secret, Instant moment) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(new Base32().decode(secret.replace(" ", "")), "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(moment.getEpochSecond() / SECONDS).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 0xf) & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String open(byte[] sealed, String binding) {
        try {
            String[] key = Files.readString(Path.of(PayaraForTests.given().get("THANG_SECRETS_KEY_FILE"))).strip()
                    .split(" ");
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(Base64.getDecoder().decode(key[1]), "AES"),
                    new GCMParameterSpec(128, Arrays.copyOf(sealed, 12)));
            cipher.updateAAD(binding.getBytes(StandardCharsets.UTF_8));
            return new String(cipher.doFinal(sealed, 12, sealed.length - 12), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
