package vn.thang.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.audit.check.TrailVerification;
import vn.thang.audit.seal.GivenSealedTrail;
import vn.thang.audit.seal.TrailSealing;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Retained;

/** What is older than its time goes, unless an audit holds it, and the trail verifies as before; everything is undone. */
class RetentionIT extends ContainerFixture {

    @Inject
    private Retention retention;

    @Inject
    private RetentionRun run;

    @Inject
    private TrailSealing sealing;

    @Inject
    private TrailVerification verification;

    @Inject
    @Any
    private Instance<Retained> kinds;

    @BeforeEach
    void givenOldData() {
        sealing.seal(null);
        long person = number("SELECT id FROM person WHERE username = 'kiemtoan'");
        for (long id : new long[]{-31, -32}) {
            sql("INSERT INTO change_log (id, at, action, subject, address_hash, after_hash) VALUES (?1,"
                    + " UTC_TIMESTAMP(6) - INTERVAL ?2 DAY, 'sign-in-failed', 'session', SHA2('s10.0.0.1', 256),"
                    + " SHA2('ssecret', 256))", id, id == -31 ? 366 : 89);
            sql("INSERT INTO trail_value (entry_id, kind, salt, content) VALUES (?1, 'ADDRESS', 's', '10.0.0.1'),"
                    + " (?1, 'AFTER', 's', 'secret')", id);
            sql("INSERT INTO notice (person_id, agency_id, kind, topic, subject, subject_id, occasion, created_at)"
                    + " SELECT ?1, a.id, 'WORK_DONE', 'WORK', 'work', ?2, 'x', UTC_TIMESTAMP(6) - INTERVAL ?3 DAY"
                    + " FROM agency a WHERE a.parent_id IS NULL", person, id, id == -31 ? 401 : 399);
        }
        GivenSealedTrail.by(sealing);
        caller.actAs("quantri");
    }

    @Test
    void whatIsOlderThanItsTimeGoesAndTheChainHolds() {
        run.run();
        assertEquals(List.of(-32L), left("SELECT entry_id FROM trail_value WHERE kind = 'ADDRESS' AND entry_id < 0"));
        assertEquals(List.of(-32L), left("SELECT entry_id FROM trail_value WHERE kind = 'AFTER' AND entry_id < 0"));
        assertEquals(List.of(-32L), left("SELECT subject_id FROM notice WHERE subject_id < 0"));
        assertEquals(List.of(), verification.verify().faults());
        RetentionRules.Rule rule = rule("trail-address");
        assertTrue(rule.removed() >= 1 && rule.runAt() != null);
        assertEquals(1, number("SELECT COUNT(*) FROM change_log WHERE action = 'remove-expired' AND details LIKE"
                + " 'trail-address days=365 removed=%'"));
    }

    @Test
    void sessionsGoThoughNobodySignsInAgain() {
        for (int days : new int[]{31, 29}) {
            sql("INSERT INTO open_session (id, person_id, began_at, last_used_at, address, browser) SELECT ?1, p.id,"
                    + " UTC_TIMESTAMP(6) - INTERVAL ?2 DAY, UTC_TIMESTAMP(6) - INTERVAL ?2 DAY, '10.0.0.1', 'x'"
                    + " FROM person p WHERE p.username = 'kiemtoan'", "try-" + days, days);
        }
        run.run();
        assertEquals(29, number("SELECT CAST(SUBSTRING(id, 5) AS INT) FROM open_session WHERE id LIKE 'try-%'"));
    }

    /** Who left longer ago than the time keeps the name alone; who still holds a role, or left lately, keeps everything. */
    @Test
    void whoLeftIsForgottenAndTheNameRemains() {
        leaves("long.ago", 366, true);
        leaves("lately", 364, true);
        leaves("closed.long.ago", null, false);
        sql("UPDATE person SET closed_at = UTC_TIMESTAMP(6) - INTERVAL 366 DAY WHERE username = 'closed.long.ago'");
        leaves("closed.lately", null, false);
        sql("UPDATE person SET closed_at = UTC_TIMESTAMP(6) - INTERVAL 364 DAY WHERE username = 'closed.lately'");
        leaves("closed.by.the.release.before", null, false);
        leaves("still.here", null, true);
        caller.actAs("kiemtoan");
        long hold = retention.hold("left-person", "Kiểm toán");
        run.run();
        assertEquals(6, ways("long.ago"));
        retention.end(hold);
        run.run();
        assertEquals(0, ways("long.ago"));
        assertEquals(0, ways("closed.long.ago"));
        for (String kept : List.of("lately", "closed.lately", "closed.by.the.release.before", "still.here")) {
            assertEquals(6, ways(kept), kept);
        }
        assertEquals(1, number("SELECT COUNT(*) FROM person WHERE username = 'closed.by.the.release.before'"
                + " AND closed_at IS NOT NULL"), "its time has begun");
        assertEquals(1, number("SELECT COUNT(*) FROM person WHERE username = 'long.ago' AND full_name = 'Ai Đó'"
                + " AND email IS NULL AND password_hash IS NULL"));
        assertEquals(2, number("SELECT COUNT(*) FROM change_log e JOIN person p ON p.id = e.subject_id"
                + " WHERE e.action = 'forget-person' AND p.full_name = 'Ai Đó'"));
        long removed = rule("left-person").removed();
        assertTrue(removed >= 2);
        run.run();
        assertEquals(0, rule("left-person").removed());
    }

    /** Somebody with a role that ended so many days ago, or runs, and with every way to sign in and to read. */
    private void leaves(String username, Integer days, boolean active) {
        sql("INSERT INTO person (id, username, full_name, email, password_hash, language, active, version)"
                + " VALUES (NEXTVAL(person_seq), ?1, 'Ai Đó', CONCAT(?1, '@example.vn'), 'x', 'vi', ?2, 0)", username,
                active);
        sql("INSERT INTO membership (id, person_id, agency_id, role, valid_from, valid_to) SELECT NEXTVAL(membership_seq),"
                + " p.id, a.id, 'OFFICER', '2020-01-01', CURDATE() - INTERVAL ?2 DAY FROM person p, agency a"
                + " WHERE p.username = ?1 AND a.code = '15'", username, days);
        for (String way : List.of("second_factor (person_id, sealed_secret, key_id, begun_at, last_step, demonstration)"
                + " SELECT p.id, 'x', 'x', UTC_TIMESTAMP(6), 0, FALSE",
                "passkey (person_id, credential_id, user_handle, public_key, sign_count, backed_up, transports, name,"
                        + " created_at) SELECT p.id, ?1, ?1, 'x', 0, FALSE, '', 'x', UTC_TIMESTAMP(6)",
                "external_identity (person_id, issuer, subject, shown, linked_at) SELECT p.id, 'x', ?1, 'x',"
                        + " UTC_TIMESTAMP(6)",
                "calendar_address (person_id, mark, hash, made_at) SELECT p.id, LEFT(SHA2(?1, 256), 20), SHA2(?1, 256),"
                        + " UTC_TIMESTAMP(6)",
                "api_token (person_id, name, mark, hash, rights, agency_id, made_at, valid_until) SELECT p.id, 'x',"
                        + " LEFT(SHA2(?1, 256), 20), SHA2(?1, 256), 'CATALOG', (SELECT MIN(id) FROM agency),"
                        + " UTC_TIMESTAMP(6), '2099-12-31'")) {
            sql("INSERT INTO " + way + " FROM person p WHERE p.username = ?1", username);
        }
    }

    /** In how many of six ways the person can be reached or comes in. */
    private long ways(String username) {
        return number("SELECT (p.email IS NOT NULL) + (SELECT COUNT(*) FROM second_factor x WHERE x.person_id = p.id)"
                + " + (SELECT COUNT(*) FROM passkey x WHERE x.person_id = p.id)"
                + " + (SELECT COUNT(*) FROM external_identity x WHERE x.person_id = p.id)"
                + " + (SELECT COUNT(*) FROM calendar_address x WHERE x.person_id = p.id)"
                + " + (SELECT COUNT(*) FROM api_token x WHERE x.person_id = p.id) FROM person p WHERE p.username = ?1",
                username);
    }

    @Test
    void aHoldOfAnAuditStopsTheRemovalUntilItEnds() {
        caller.actAs("kiemtoan");
        long all = retention.hold(null, "Kiểm toán năm 2026");
        long one = retention.hold("notice", "Khiếu nại");
        run.run();
        assertEquals(2, left("SELECT subject_id FROM notice WHERE subject_id < 0").size());
        assertEquals(2, left("SELECT entry_id FROM trail_value WHERE kind = 'ADDRESS' AND entry_id < 0").size());
        assertEquals(null, rule("notice").removed());
        retention.end(all);
        run.run();
        assertEquals(2, left("SELECT subject_id FROM notice WHERE subject_id < 0").size());
        assertEquals(1, left("SELECT entry_id FROM trail_value WHERE kind = 'ADDRESS' AND entry_id < 0").size());
        retention.end(one);
        run.run();
        assertEquals(1, left("SELECT subject_id FROM notice WHERE subject_id < 0").size());
        assertTrue(retention.get().holds().stream().allMatch(hold -> hold.endedAt() != null));
    }

    @Test
    void anotherTimeHoldsFromTheNextRun() {
        retention.change("notice", 3_000);
        run.run();
        assertEquals(2, left("SELECT subject_id FROM notice WHERE subject_id < 0").size());
        retention.change("notice", 30);
        run.run();
        assertEquals(0, left("SELECT subject_id FROM notice WHERE subject_id < 0").size());
    }

    /** The table names each kind that a feature keeps, and no other. */
    @Test
    void theTableNamesWhatTheFeaturesKeep() {
        Set<String> kept = kinds.stream().map(Retained::kind).collect(Collectors.toSet());
        assertEquals(kept, retention.get().rules().stream().map(RetentionRules.Rule::kind).collect(Collectors.toSet()));
    }

    @Test
    void whatCannotBeIsRefused() {
        refused("retention.days-wrong", () -> retention.change("notice", 29));
        refused("retention.days-wrong", () -> retention.change("notice", null));
        refused("retention.reason-wrong", () -> retention.hold(null, " "));
        assertEquals("retention.no-kind",
                assertThrows(BusinessException.class, () -> retention.hold("nothing", "x")).key());
        refused("retention.no-hold", () -> retention.end(-1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"canbo", "lanhdao", "thamdinh", "lanhdao.tinh"})
    void othersAreRefused(String person) throws Exception {
        caller.actAs(person);
        forbidden(retention::get);
        again();
        caller.actAs(person);
        forbidden(() -> retention.hold(null, "x"));
        again();
        caller.actAs(person);
        forbidden(() -> retention.end(1));
    }

    @Test
    void anAuditorPlacesHoldsAndChangesNoTimes() {
        caller.actAs("kiemtoan");
        forbidden(() -> retention.change("notice", 100));
    }

    private RetentionRules.Rule rule(String kind) {
        return retention.get().rules().stream().filter(rule -> rule.kind().equals(kind)).findFirst().orElseThrow();
    }

    private List<Long> left(String sql) {
        return ((List<?>) entities.createNativeQuery(sql).getResultList()).stream()
                .map(one -> ((Number) one).longValue()).toList();
    }
}
