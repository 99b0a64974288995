package vn.thang.organisation.passkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.organisation.account.PasswordLinks;
import vn.thang.organisation.people.NewPerson;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.platform.BusinessException;
import vn.thang.security.Role;

/** Whose passkey it is, and who is refused. */
class PasskeyIT extends ContainerFixture {

    private static final byte[] CHALLENGE = "một thử thách của phiên này".getBytes();
    private static final byte[] HANDLE = {7, 7, 7};

    @Inject
    private PasskeyProof proof;

    @Inject
    private OwnPasskeys own;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private PasswordLinks links;

    private final GivenDevice device = new GivenDevice();
    private String name;
    private long person;

    /** Somebody who made a passkey in place of a password. */
    @BeforeEach
    void made() {
        caller.actAs("quantri");
        name = "pk" + Long.toString(System.nanoTime(), 36);
        person = administration.invite(new NewPerson(name, "Người thử", name + "@example.vn", "vi", "15", Role.HEAD));
        String secret = links.issue(person).orElseThrow().secret();
        device.count = 1;
        device.handle = HANDLE;
        assertEquals(person, proof.accept(secret, HANDLE, device.makes(CHALLENGE), "Máy ở cơ quan").personId());
        device.count = 2;
    }

    @Test
    void itShowsWhoSomebodyIsAndNoAnswerTwice() {
        assertTrue(proof.isHeld(person));
        PasskeyAnswer answer = device.shows(CHALLENGE);
        assertEquals(person, proof.signIn(answer).personId());
        refused("passkey.invalid", () -> proof.signIn(answer));
    }

    @Test
    void whoseAccountIsClosedStaysOutside() {
        sql("UPDATE person SET active = FALSE WHERE id = ?1", person);
        refused("passkey.closed", () -> proof.signIn(device.shows(CHALLENGE)));
    }

    @Test
    void theLastOneGoesWhereAnAccountAtAProviderStays() {
        sql("INSERT INTO external_identity (person_id, issuer, subject, shown, linked_at) VALUES (?1, 'https://id.example', 'a', 'a', NOW(6))",
                person);
        caller.actAs(name);
        own.remove(own.list().get(0).id());
        assertEquals(0, own.list().size());
    }

    @Test
    void itProvesNothingForAnother() {
        refused("passkey.foreign", () -> proof.prove(person + 1, device.shows(CHALLENGE)));
    }

    @Test
    void oneThatWasTakenAwayOpensNothing() throws Exception {
        caller.actAs(name);
        refused("openid.last", () -> own.remove(own.list().get(0).id()));
        again();
        made();
        caller.actAs(name);
        GivenDevice second = new GivenDevice();
        own.put(HANDLE, second.makes(CHALLENGE), "Điện thoại");
        assertEquals(2, own.list().size());
        own.remove(own.list().get(0).id());
        refused("passkey.unknown", () -> proof.signIn(device.shows(CHALLENGE)));
    }

    @Test
    void nobodyTakesAwayAnothersAndNobodyMakesTheSameTwice() throws Exception {
        caller.actAs(name);
        long mine = own.list().get(0).id();
        caller.actAs("canbo");
        assertThrows(BusinessException.NotFound.class, () -> own.remove(mine));
        again();
        made();
        caller.actAs("canbo");
        device.count = 1;
        refused("passkey.taken", () -> own.put(HANDLE, device.makes(CHALLENGE), "Của người khác"));
    }

    @Test
    void whoIsNotSignedInMakesNone() {
        caller.actAsSystem();
        forbidden(() -> own.put(HANDLE, new GivenDevice().makes(CHALLENGE), "x"));
    }

    /** A letter is one thing to show; whoever has a second factor shows two. */
    @Test
    void aLinkMakesNoneForWhoeverHasASecondFactor() {
        sql("INSERT INTO second_factor (person_id, sealed_secret, key_id, begun_at, confirmed_at) VALUES (?1, 'x', 'x', NOW(6), NOW(6))",
                person);
        String secret = links.issue(person).orElseThrow().secret();
        assertTrue(proof.invited(secret).isEmpty());
        refused("passkey.factor", () -> proof.accept(secret, HANDLE, new GivenDevice().makes(CHALLENGE), "x"));
    }

    @Test
    void anInvitationMakesOne() {
        String secret = links.issue(person).orElseThrow().secret();
        proof.accept(secret, HANDLE, new GivenDevice().makes(CHALLENGE), "x");
        refused("password.over", () -> proof.accept(secret, HANDLE, new GivenDevice().makes(CHALLENGE), "x"));
    }
}
