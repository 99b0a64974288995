package vn.thang.organisation.passkey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.platform.BusinessException;

/** What a device answers counts when all of it holds; a device of this test gets each thing wrong once. */
class PasskeyCheckTest {

    private static final byte[] CHALLENGE = "mười sáu byte hay hơn".getBytes();
    private static final byte[] HANDLE = {1, 2, 3};

    private final PasskeyCheck check = new PasskeyCheck();
    private GivenDevice device;
    private Passkeys.Stored stored;

    @BeforeEach
    void made() {
        device = new GivenDevice();
        MadePasskey made = check.made(device.makes(CHALLENGE));
        assertArrayEquals(device.credential, made.credential());
        assertEquals("internal", made.transports());
        stored = new Passkeys.Stored(1, 2, HANDLE, made.publicKey(), made.signCount());
        device.count = 2;
    }

    @Test
    void whoHasThePasskeyShowsIt() {
        assertArrayEquals(device.credential, check.credential(device.shows(CHALLENGE)));
        assertEquals(2, check.shown(device.shows(CHALLENGE), stored));
        device.handle = HANDLE;
        assertEquals(2, check.shown(device.shows(CHALLENGE), stored));
    }

    @Test
    void anAnswerToNothingIsNone() {
        PasskeyAnswer right = device.shows(CHALLENGE);
        late(() -> check.shown(new PasskeyAnswer(right.json(), null, right.origin(), right.host()), stored));
        late(() -> check.made(new PasskeyAnswer(right.json(), null, right.origin(), right.host())));
    }

    @Test
    void anAnswerToAnotherChallengeIsRefused() {
        PasskeyAnswer right = device.shows(CHALLENGE);
        invalid(() -> check.shown(new PasskeyAnswer(right.json(), "một thử thách khác hẳn".getBytes(), right.origin(),
                right.host()), stored));
    }

    @Test
    void anAnswerMadeForAnotherSiteIsRefused() {
        device.origin = "https://thang-example.vn";
        invalid(() -> check.shown(device.shows(CHALLENGE), stored));
        invalid(() -> check.made(device.makes(CHALLENGE)));
        device.origin = "https://thang.example.vn";
        device.host = "thang-example.vn";
        invalid(() -> check.shown(device.shows(CHALLENGE), stored));
        invalid(() -> check.made(device.makes(CHALLENGE)));
    }

    @Test
    void whomTheDeviceHasNotRecognisedIsRefused() {
        device.flags = GivenDevice.PRESENT;
        invalid(() -> check.shown(device.shows(CHALLENGE), stored));
        invalid(() -> check.made(device.makes(CHALLENGE)));
        device.flags = GivenDevice.RECOGNISED;
        invalid(() -> check.shown(device.shows(CHALLENGE), stored));
    }

    @Test
    void aCopyOfTheKeyFallsBehind() {
        device.count = 1;
        invalid(() -> check.shown(device.shows(CHALLENGE), stored));
    }

    @Test
    void anotherKeyIsRefused() {
        GivenDevice other = new GivenDevice();
        other.count = 2;
        invalid(() -> check.shown(other.shows(CHALLENGE), stored));
    }

    @Test
    void theDeviceOfAnotherPersonIsRefused() {
        device.handle = new byte[]{3, 2, 1};
        invalid(() -> check.shown(device.shows(CHALLENGE), stored));
    }

    @Test
    void whatWasMadeForSomethingElseIsRefused() {
        invalid(() -> check.shown(device.shows("webauthn.create", CHALLENGE), stored));
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        for (String text : new String[]{null, "", "{}", "[]", "null", "{\"id\":1}", "x".repeat(20_001),
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}"}) {
            PasskeyAnswer wrong = new PasskeyAnswer(text, CHALLENGE, "https://thang.example.vn", "thang.example.vn");
            invalid(() -> check.credential(wrong));
            invalid(() -> check.shown(wrong, stored));
            invalid(() -> check.made(wrong));
        }
    }

    private static void invalid(Runnable deed) {
        assertEquals("passkey.invalid", assertThrows(BusinessException.class, deed::run).key());
    }

    private static void late(Runnable deed) {
        assertEquals("passkey.late", assertThrows(BusinessException.class, deed::run).key());
    }
}
