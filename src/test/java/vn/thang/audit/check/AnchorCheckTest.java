package vn.thang.audit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.audit.anchor.Anchor;
import vn.thang.audit.anchor.Anchors;
import vn.thang.audit.anchor.TimeAuthority;
import vn.thang.audit.anchor.TimeAuthorityFixture;
import vn.thang.audit.anchor.TimeStamp;
import vn.thang.audit.anchor.TrustedAuthorities;
import vn.thang.audit.check.AnchorCheck;
import vn.thang.audit.check.CheckFault;
import vn.thang.it.Programs;
import vn.thang.platform.Sha256;

/** Anchors are stamped by an authority that really signs, and whatever is wrong with one is named. */
class AnchorCheckTest {

    private static final Instant SEALED = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant STAMPED = Instant.parse("2026-06-01T08:00:02Z");
    private static final String HASH = Sha256.hex("block 7");

    private final TimeAuthorityFixture authority = new TimeAuthorityFixture().at(STAMPED);
    private final List<CheckFault> faults = new ArrayList<>();

    @Test
    void anAnchorThatIsRightIsTheLastOne() throws IOException {
        AnchorCheck check = check(anchor(1, 7, authority.token(HASH)));
        assertEquals(List.of(), faults);
        assertEquals(7, check.last().block());
    }

    @Test
    void whatTheAuthorityAnswersIsBelieved() throws IOException {
        try (TimeAuthorityFixture open = new TimeAuthorityFixture().open()) {
            TimeStamp stamp = TimeStamp.read(open.asked().stamp(HASH));
            assertTrue(stamp.over(HASH) && stamp.intact() && stamp.by(open.asked().trusted()));
            assertEquals("CN=Time stamps of tests", stamp.authority());
            assertEquals(TimeAuthorityFixture.POLICY, stamp.policy());
        }
    }

    @Test
    void anAuthorityThatIsNotTrustedIsRefused() throws IOException {
        try (TimeAuthorityFixture open = new TimeAuthorityFixture().open()) {
            TimeAuthority strange = new TimeAuthority(open.url(), null, authority.trusted());
            assertThrows(IllegalStateException.class, () -> strange.stamp(HASH));
            TimeAuthority otherPolicy = new TimeAuthority(open.url(), "1.2.3", open.trusted());
            assertThrows(IllegalStateException.class, () -> otherPolicy.stamp(HASH));
        }
    }

    @Test
    void anyByteOfATokenThatIsTurnedIsFound() throws IOException {
        byte[] token = authority.token(HASH);
        for (int place = 0; place < token.length; place += 7) {
            faults.clear();
            byte[] turned = token.clone();
            turned[place] ^= 0x01;
            AnchorCheck check = check(anchor(1, 7, turned));
            assertTrue(!faults.isEmpty() || certificateOnly(turned), "byte " + place);
            assertTrue(faults.isEmpty() || check.last() == null);
        }
    }

    /** Bytes of the certificates that no signature of the token covers, such as their order, change nothing that is proved. */
    private boolean certificateOnly(byte[] token) throws IOException {
        TimeStamp stamp = TimeStamp.read(token);
        return stamp.intact() && stamp.over(HASH) && stamp.by(TrustedAuthorities.read(authority.trusted()))
                && stamp.at().equals(STAMPED);
    }

    @Test
    void aStampForAnotherBlockIsFound() throws IOException {
        check(anchor(1, 7, authority.token(Sha256.hex("another"))));
        assertEquals(List.of(new CheckFault(CheckFault.Kind.ANCHOR_OF_ANOTHER, 7L, null, 1L)), faults);
    }

    @Test
    void aStampOfAStrangerIsFound() throws IOException {
        check(anchor(1, 7, new TimeAuthorityFixture().at(STAMPED).token(HASH)));
        assertEquals(List.of(new CheckFault(CheckFault.Kind.ANCHOR_STRANGE, 7L, null, 1L)), faults);
    }

    @Test
    void aStampThatIsOlderThanItsBlockIsFound() throws IOException {
        Instant early = SEALED.minusSeconds(3600);
        byte[] token = authority.at(early).token(HASH);
        check(new Anchor(1, 7, early, "", token));
        assertEquals(List.of(new CheckFault(CheckFault.Kind.ANCHOR_TIME, 7L, null, 1L)), faults);
    }

    @Test
    void anotherMomentThanTheAuthoritySaysIsFound() throws IOException {
        check(new Anchor(1, 7, STAMPED.plusSeconds(60), "", authority.token(HASH)));
        assertEquals(List.of(new CheckFault(CheckFault.Kind.ANCHOR_TIME, 7L, null, 1L)), faults);
    }

    @Test
    void anAnchorThatIsGoneOrOutOfOrderOrWithoutBlockIsFound() throws IOException {
        byte[] token = authority.token(HASH);
        AnchorCheck check = check(anchor(2, 7, token), new Anchor(3, 9, STAMPED.minusSeconds(60), "", token));
        assertEquals(List.of(new CheckFault(CheckFault.Kind.ANCHOR_MISSING, null, null, 1L),
                new CheckFault(CheckFault.Kind.ANCHOR_TIME, 9L, null, 3L),
                new CheckFault(CheckFault.Kind.ANCHOR_WITHOUT_BLOCK, 9L, null, 3L)), faults);
        assertEquals(2, check.last().number());
        faults.clear();
        assertNull(check(new Anchor(1, 7, STAMPED, "", new byte[]{1, 2, 3})).last());
        assertEquals(List.of(new CheckFault(CheckFault.Kind.ANCHOR_CHANGED, 7L, null, 1L)), faults);
    }

    /** The token can be verified by other tools: its imprint is the hash of the block itself. */
    @Test
    void opensslBelievesIt(@TempDir Path folder) throws Exception {
        Programs.need(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        Path token = Files.write(folder.resolve("token.tst"), authority.at(null).token(HASH));
        for (String hash : List.of(HASH, Sha256.hex("another"))) {
            Process openssl = new ProcessBuilder("/usr/bin/openssl", "ts", "-verify", "-digest", hash, "-token_in",
                    "-in",
                    token.toString(), "-CAfile", authority.trusted().toString()).redirectErrorStream(true).start();
            String said = new String(openssl.getInputStream().readAllBytes());
            assertTrue(openssl.waitFor(1, TimeUnit.MINUTES));
            assertEquals(hash.equals(HASH), openssl.exitValue() == 0, said);
        }
    }

    @Test
    void withoutTrustedCertificatesAStampIsCheckedAgainstItsOwn() {
        AnchorCheck check = new AnchorCheck(List.of(anchor(1, 7, authority.token(HASH))), TrustedAuthorities.NONE,
                faults::add);
        check.block(7, SEALED, HASH);
        check.end();
        assertEquals(List.of(), faults);
        assertFalse(check.last() == null);
    }

    private static Anchor anchor(long number, long block, byte[] token) {
        return new Anchor(number, block, STAMPED, "", token);
    }

    private AnchorCheck check(Anchor... anchors) throws IOException {
        AnchorCheck check = new AnchorCheck(List.of(anchors), TrustedAuthorities.read(authority.trusted()),
                faults::add);
        check.block(7, SEALED, HASH);
        check.end();
        return check;
    }
}
