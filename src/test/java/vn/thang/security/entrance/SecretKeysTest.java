package vn.thang.security.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretKeysTest {

    private static final String OLD = "cu "
            + Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());
    private static final String NEW = "moi "
            + Base64.getEncoder().encodeToString("abcdef0123456789abcdef0123456789".getBytes());
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private final SecretKeys old = new SecretKeys(List.of(OLD));
    private final SecretKeys both = new SecretKeys(List.of(NEW, "", OLD));

    @Test
    void aNewKeyAboveTheOldOneSealsAndBothOpen() {
        byte[] sealed = old.seal("bí mật", "người 7");
        assertEquals("moi", both.current());
        assertEquals("bí mật", both.open("cu", sealed, "người 7"));
        assertEquals("bí mật", both.open("moi", both.seal("bí mật", "người 7"), "người 7"));
        assertThrows(IllegalStateException.class, () -> both.open("cu", sealed, "người 8"));
        assertThrows(IllegalStateException.class, () -> old.open("moi", sealed, "người 7"));
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutBeingRepeated() {
        for (String line : List.of("x", "x AAAA", "x !!!", "a b c")) {
            String said = assertThrows(IllegalArgumentException.class, () -> new SecretKeys(List.of(OLD, line)))
                    .getMessage();
            assertTrue(said.startsWith("Line 2 "), said);
            assertFalse(said.contains(line), said);
        }
    }

    @Test
    void aDeviceIsKnownForThePersonWhoSignedInThere() {
        KnownDevices devices = devices(old, NOW);
        String cookie = devices.with(null, 7);
        String name = devices.find(cookie, 7).orElseThrow();
        assertTrue(devices.find(cookie, 8).isEmpty());
        assertTrue(devices.find(cookie.replace(name, "AAAAAAAAAAAAAAAA"), 7).isEmpty());
        assertTrue(devices.find(null, 7).isEmpty());
        assertTrue(devices.find("..~a.b~" + "x".repeat(2000), 7).isEmpty());
        assertEquals(name, devices(both, NOW).find(cookie, 7).orElseThrow(), "also after the key was changed");
        assertTrue(devices(new SecretKeys(List.of(NEW)), NOW).find(cookie, 7).isEmpty());
    }

    /** A computer that several people use knows each of them, and a name stays what it is. */
    @Test
    void aDeviceIsKnownForSeveralPeople() {
        KnownDevices devices = devices(old, NOW);
        String cookie = null;
        for (long person = 1; person <= 7; person++) {
            cookie = devices.with(cookie, person);
        }
        assertTrue(devices.find(cookie, 7).isPresent());
        assertTrue(devices.find(cookie, 3).isPresent());
        assertTrue(devices.find(cookie, 2).isEmpty(), "the five last ones");
        assertEquals(devices.find(cookie, 5), devices.find(devices.with(cookie, 5), 5));
    }

    @Test
    void aDeviceIsForgottenAfterItsTime() {
        String cookie = devices(old, NOW).with(null, 7);
        assertTrue(devices(old, NOW.plus(Duration.ofDays(179))).find(cookie, 7).isPresent());
        assertTrue(devices(old, NOW.plus(Duration.ofDays(180))).find(cookie, 7).isEmpty());
    }

    private static KnownDevices devices(SecretKeys keys, Instant now) {
        return new KnownDevices(keys, Clock.fixed(now, ZoneOffset.UTC));
    }
}
