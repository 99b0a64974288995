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
