package vn.thang.organisation.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A device that makes one passkey and answers with it, as WebAuthn says, byte by byte: right, or wrong as a test wants it. */
class GivenDevice {

    static final int PRESENT = 1;
    static final int RECOGNISED = 4;
    private static final int WITH_KEY = 0x40;

    final byte[] credential = new byte[20];
    private final KeyPair keys;
    String origin = "https://thang.example.vn";
    String host = "thang.example.vn";
    int flags = PRESENT | RECOGNISED;
    int count = 1;
    byte[] handle;

    GivenDevice() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        ByteBuffer.wrap(credential).putLong(System.nanoTime());
    }

    PasskeyAnswer makes(byte[] challenge) {
        byte[] device = device(flags | WITH_KEY, key());
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        attestation.writeBytes(new byte[]{(byte) 0xa3, 0x63});
        attestation.writeBytes("fmt".getBytes(StandardCharsets.US_ASCII));
        attestation.write(0x64);
        attestation.writeBytes("none".getBytes(StandardCharsets.US_ASCII));
        attestation.write(0x67);
        attestation.writeBytes("attStmt".getBytes(StandardCharsets.US_ASCII));
        attestation.writeBytes(new byte[]{(byte) 0xa0, 0x68});
        attestation.writeBytes("authData".getBytes(StandardCharsets.US_ASCII));
        attestation.writeBytes(new byte[]{0x58, (byte) device.length});
        attestation.writeBytes(device);
        return answer(challenge, "{\"clientDataJSON\":\"" + text(client("webauthn.create", challenge))
                + "\",\"attestationObject\":\"" + text(attestation.toByteArray())
                + "\",\"transports\":[\"internal\"]}");
    }

    PasskeyAnswer shows(byte[] challenge) {
        return shows("webauthn.get", challenge);
    }

    PasskeyAnswer shows(String type, byte[] challenge) {
        byte[] device = device(flags, new byte[0]);
        byte[] client = client(type, challenge);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(device);
            signature.update(sha(client));
            return answer(challenge,
                    "{\"clientDataJSON\":\"" + text(client) + "\",\"authenticatorData\":\"" + text(device)
                            + "\",\"signature\":\"" + text(signature.sign()) + "\""
                            + (handle == null ? "" : ",\"userHandle\":\"" + text(handle) + "\"") + "}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PasskeyAnswer answer(byte[] challenge, String response) {
        return new PasskeyAnswer("{\"id\":\"" + text(credential) + "\",\"rawId\":\"" + text(credential)
                + "\",\"type\":\"public-key\",\"response\":" + response + ",\"clientExtensionResults\":{}}", challenge,
                "https://thang.example.vn", "thang.example.vn");
    }

    private byte[] client(String type, byte[] challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + text(challenge) + "\",\"origin\":\"" + origin
                + "\",\"crossOrigin\":false}").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] device(int said, byte[] key) {
        return ByteBuffer.allocate(37 + key.length).put(sha(host.getBytes(StandardCharsets.UTF_8))).put((byte) said)
                .putInt(count).put(key).array();
    }

    private byte[] key() {
        ECPublicKey publicKey = (ECPublicKey) keys.getPublic();
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        made.writeBytes(new byte[16]);
        made.writeBytes(new byte[]{0, (byte) credential.length});
        made.writeBytes(credential);
        made.writeBytes(new byte[]{(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20});
        made.writeBytes(coordinate(publicKey.getW().getAffineX().toByteArray()));
        made.writeBytes(new byte[]{0x22, 0x58, 0x20});
        made.writeBytes(coordinate(publicKey.getW().getAffineY().toByteArray()));
        return made.toByteArray();
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[32];
        byte[] cut = number.length > 32 ? Arrays.copyOfRange(number, number.length - 32, number.length) : number;
        System.arraycopy(cut, 0, fixed, 32 - cut.length, cut.length);
        return fixed;
    }

    private static byte[] sha(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
