package vn.thang.security.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.organisation.people.administration.AccountAccess;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.organisation.people.administration.PersonTokens;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.Sha256;
import vn.thang.platform.web.Origin;
import vn.thang.security.Permission;
import vn.thang.security.TokenRight;
import vn.thang.security.session.SessionKeeping;

/** Tokens that people make for programs: who may make which, what they let read, when they are refused. */
class OwnTokensIT extends ContainerFixture {

    @Inject
    private OwnTokens tokens;

    @Inject
    private TokenSignIn door;

    @Inject
    private SessionKeeping keeping;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private AccountAccess access;

    @Inject
    private PersonTokens others;

    @Inject
    private Origin origin;

    /** Tokens that are none are counted by the address: each test has one of its own. */
    @BeforeEach
    void comeFromElsewhere() {
        origin.comesFrom("203.0.113." + System.nanoTime(), () -> null);
    }

    private OwnTokens.Wanted wanted(String name, String agency, TokenRight... rights) {
        return new OwnTokens.Wanted(name, Set.of(rights), agency, LocalDate.now(clock).plusDays(30));
    }

    private String token(String person, String agency, TokenRight... rights) {
        caller.actAs(person);
        return tokens.add(wanted("bảng " + rights.length + agency, agency, rights));
    }

    @Test
    void aTokenIsShownOnceAndItsHashAloneIsKept() {
        String secret = token("kiemtoan", "VN", TokenRight.RESULTS);
        assertTrue(secret.matches("thang_[\\w-]{54}"), secret.length() + " characters");
        ApiToken kept = tokens.list().get(0);
        assertEquals("VN", kept.agency());
        assertTrue(secret.startsWith(kept.mark()) && kept.mark().length() < 15);
        assertEquals(1, number("SELECT COUNT(*) FROM api_token WHERE hash = ?1", Sha256.hex(secret)));
        assertEquals(0, number("SELECT COUNT(*) FROM change_log WHERE details LIKE CONCAT('%', ?1, '%')", secret));
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'make-token' AND subject_id = ?1"
                + " AND details LIKE CONCAT(?2, ' until=%RESULTS')", kept.id(), kept.mark()));
    }

    @Test
    void itReadsWhatItsOwnerMayReadAndNothingElse() {
        String secret = token("thamdinh", "15", TokenRight.RESULTS);
        String path = path("15");
        String elsewhere = path("01");
        door.enter(secret, TokenRight.RESULTS);
        assertNotNull(caller.token());
        assertTrue(caller.can(Permission.EXPORT, path));
        assertFalse(caller.can(Permission.EXPORT, elsewhere));
        assertFalse(caller.can(Permission.VIEW, "/1/"), "the subtree of a token is not left upwards");
        assertEquals(List.of(path), caller.subtrees(Permission.EXPORT));
        assertFalse(caller.reach(Permission.VIEW_RESTRICTED).covers(path),
                "restricted answers are a right of their own");
        for (Permission other : EnumSet.complementOf(EnumSet.of(Permission.VIEW, Permission.EXPORT))) {
            assertFalse(caller.can(other) || caller.can(other, path), other::name);
        }
        forbidden(() -> door.enter(secret, TokenRight.TARGETS));
        forbidden(() -> door.enter(secret, null));
    }

    @Test
    void restrictedAnswersAreReadWhereTheOwnerMayReadThem() {
        door.enter(token("thamdinh", "15", TokenRight.RESULTS, TokenRight.RESTRICTED), TokenRight.RESULTS);
        assertTrue(caller.reach(Permission.VIEW_RESTRICTED).covers(path("15")));
        door.enter(token("kiemtoan", "15", TokenRight.RESULTS, TokenRight.RESTRICTED), TokenRight.RESULTS);
        assertFalse(caller.reach(Permission.VIEW_RESTRICTED).covers(path("15")), "an auditor may not");
    }

    /** What an administrator takes away from its owner is gone for the token at once. */
    @Test
    void itIsBoundToTodaysRolesOfItsOwner() {
        String secret = token("kiemtoan", "VN", TokenRight.RESULTS);
        sql("UPDATE membership SET valid_to = ?1 WHERE person_id = (SELECT id FROM person WHERE username = 'kiemtoan')",
                LocalDate.now(clock).minusDays(1).toString());
        door.enter(secret, TokenRight.RESULTS);
        assertFalse(caller.can(Permission.EXPORT));
        forbidden(() -> tokens.list());
        sql("UPDATE person SET active = FALSE WHERE username = 'kiemtoan'");
        refusedAtTheDoor(secret);
    }

    @Test
    void nobodyEndsTheTokensOfOthers() {
        token("kiemtoan", "VN", TokenRight.RESULTS);
        long id = tokens.list().get(0).id();
        caller.actAs("lanhdao");
        refused("token.unknown", () -> tokens.end(id));
    }

    @Test
    void itsOwnerEndsItAndTheTrailSaysSo() {
        String secret = token("kiemtoan", "VN", TokenRight.RESULTS);
        long id = tokens.list().get(0).id();
        door.enter(secret, TokenRight.RESULTS);
        assertNotNull(use(id), "its last use is told");
        caller.actAs("kiemtoan");
        tokens.end(id);
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'end-token' AND subject_id = ?1", id));
        refusedAtTheDoor(secret);
    }

    /** Whoever ends everything by which a person is in ends what programs of theirs read by too. */
    @Test
    void itEndsWithAllSessionsOfItsOwner() {
        String secret = token("kiemtoan", "VN", TokenRight.RESULTS);
        long person = caller.me();
        long id = tokens.list().get(0).id();
        keeping.endOthers();
        door.enter(secret, TokenRight.RESULTS);
        caller.actAs("quantri");
        access.endSessions(person);
        refusedAtTheDoor(secret);
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'end-token' AND subject_id = ?1", id));
        String own = token("kiemtoan", "VN", TokenRight.RESULTS);
        assertEquals(1, keeping.endAllElse().tokens());
        refusedAtTheDoor(own);
    }

    @Test
    void whoAdministersItsOwnerSeesAndEndsIt() {
        String secret = token("lanhdao.tinh", "15", TokenRight.RESULTS);
        long person = caller.me();
        long id = tokens.list().get(0).id();
        caller.actAs("kiemtoan");
        forbidden(() -> others.list(person));
        forbidden(() -> others.end(person, id));
        caller.actAs("quantri");
        assertEquals(List.of(id), others.list(person).stream().filter(one -> one.taken(LocalDate.now(clock)))
                .map(ApiToken::id).toList());
        others.end(person, id);
        refusedAtTheDoor(secret);
        refused("token.unknown", () -> others.end(person, id));
    }

    private ApiToken use(long id) {
        caller.actAs("kiemtoan");
        return tokens.list().stream().filter(one -> one.id() == id && one.lastUsedAt() != null).findFirst()
                .orElse(null);
    }

    @Test
    void whatIsNoTokenOrIsOverIsRefused() {
        String secret = token("kiemtoan", "VN", TokenRight.RESULTS);
        refusedAtTheDoor(secret.substring(0, secret.length() - 1) + (secret.endsWith("A") ? "B" : "A"));
        refusedAtTheDoor(secret.substring(0, 14));
        refusedAtTheDoor("");
        refusedAtTheDoor("thang_");
        refusedAtTheDoor(secret.toUpperCase(java.util.Locale.ROOT));
        sql("UPDATE api_token SET valid_until = ?1", LocalDate.now(clock).minusDays(1).toString());
        refusedAtTheDoor(secret);
    }

    /** Whoever makes tokens up waits by the address, and the trail tells of it; a token that is taken is let in beside them. */
    @Test
    void madeUpTokensAreCountedAndTold() throws Exception {
        String secret = token("kiemtoan", "VN", TokenRight.RESULTS);
        String told = "SELECT COUNT(*) FROM change_log WHERE action = 'refuse-token' AND details = 'thang_xxxxxxxx'";
        long before = number(told);
        BusinessException last = null;
        for (int i = 0; i <= TokenSignIn.GUESSES_A_MINUTE * 2 && !(last instanceof BusinessException.TooOften); i++) {
            last = assertThrows(BusinessException.class,
                    () -> door.enter(OwnTokens.BEGINNING + "x".repeat(54), TokenRight.RESULTS));
        }
        assertTrue(last instanceof BusinessException.TooOften);
        door.enter(secret, TokenRight.RESULTS);
        assertNotNull(caller.token());
        again(); // the trail keeps it in a transaction of its own
        assertTrue(number(told) > before);
    }

    private void refusedAtTheDoor(String secret) {
        assertThrows(TokenSignIn.Unknown.class, () -> door.enter(secret, TokenRight.RESULTS));
    }

    @Test
    void whoMayTakeNothingAwayMakesNoToken() {
        for (String person : List.of("canbo", "phoihop")) {
            caller.actAs(person);
            forbidden(() -> tokens.add(wanted("bảng", "15", TokenRight.RESULTS)));
            forbidden(() -> tokens.list());
            forbidden(() -> tokens.end(1));
        }
    }

    @Test
    void aWishThatCannotBeMetNamesItsFields() {
        caller.actAs("lanhdao.tinh");
        assertEquals(List.of("tokenAgency"), faults(wanted("bảng", "01", TokenRight.RESULTS)));
        assertEquals(List.of("tokenAgency"), faults(wanted("bảng", "không có", TokenRight.RESULTS)));
        assertEquals(List.of("rights"), faults(wanted("bảng", "15", TokenRight.RESTRICTED)));
        assertEquals(List.of("tokenName", "rights", "until"),
                faults(new OwnTokens.Wanted(" ", Set.of(), "15", LocalDate.now(clock).minusDays(1))));
        assertEquals(List.of("until"), faults(new OwnTokens.Wanted("bảng", Set.of(TokenRight.RESULTS), "15",
                LocalDate.now(clock).plusDays(367))));
        assertEquals(0, number("SELECT COUNT(*) FROM api_token t JOIN person p ON p.id = t.person_id"
                + " WHERE p.username = 'lanhdao.tinh'"));
    }

    @Test
    void namesTellTokensApartAndThereIsAnEndToThem() {
        sql("DELETE FROM api_token");
        caller.actAs("kiemtoan");
        for (int i = 0; i < OwnTokens.MOST; i++) {
            tokens.add(wanted("bảng " + i, "VN", TokenRight.RESULTS));
        }
        assertTrue(faults(wanted("bảng 3", "VN", TokenRight.RESULTS)).contains("tokenName"));
        assertEquals(List.of("tokenName"), faults(wanted("một nữa", "VN", TokenRight.RESULTS)));
    }

    private List<String> faults(OwnTokens.Wanted wanted) {
        return assertThrows(Faults.Refused.class, () -> tokens.add(wanted)).faults().stream()
                .map(Faults.Fault::field).toList();
    }

    private String path(String agency) {
        return (String) entities.createNativeQuery("SELECT path FROM agency WHERE code = ?1").setParameter(1, agency)
                .getSingleResult();
    }
}
