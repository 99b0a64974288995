package vn.thang.assessment.conduct;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.assessment.conduct.ending.RoundWithdrawal;
import vn.thang.it.AtOnceFixture;

/** Two administrators at the same moment at a round of their own, of which nothing is left but its trail. */
class RoundAtOnceIT extends AtOnceFixture {

    private static final String FIRST = "quantri";
    private static final String SECOND = "quantri.hai";
    private static final String OF_ROUND = " x JOIN assessment_round r ON r.id = x.round_id WHERE r.code = ?1";
    private static final String OF_ASSESSMENT = " x JOIN assessment s ON s.id = x.assessment_id"
            + " JOIN assessment_round r ON r.id = s.round_id WHERE r.code = ?1";

    @Inject
    private ResultPublication publication;

    @Inject
    private RoundWithdrawal withdrawal;

    @Inject
    private RoundAdministration administration;

    private String code;
    private String held;
    private int version;

    @BeforeEach
    void aRound() throws Exception {
        code = "LUC" + Long.toString(System.nanoTime(), 36);
        held = "SELECT id FROM assessment_round WHERE code = '" + code + "' FOR UPDATE";
        committed(() -> {
            aPastRound(code).of("government-agency").running();
            sql("UPDATE assessment s JOIN assessment_round r ON r.id = s.round_id SET s.state = 'FINAL' WHERE r.code = ?1"
                    + " AND s.state = 'HANDED_IN'", code);
            return sql("UPDATE assessment_round SET state = 'CLOSED' WHERE code = ?1", code);
        });
        see();
    }

    @AfterEach
    void remove() throws Exception {
        committed(() -> {
            sql("SET FOREIGN_KEY_CHECKS = 0");
            for (String table : tables("assessment_id")) {
                sql("DELETE x FROM " + table + OF_ASSESSMENT, code);
            }
            for (String table : tables("round_id")) {
                sql("DELETE x FROM " + table + OF_ROUND, code);
            }
            sql("DELETE FROM assessment_round WHERE code = ?1", code);
            return sql("SET FOREIGN_KEY_CHECKS = 1");
        });
    }

    @Test
    void itIsPublishedOnce() throws Exception {
        assertEquals(List.of(DONE, "round.changed"), atOnce(held, publishes(FIRST), publishes(SECOND)));
        assertEquals(1, number("SELECT COUNT(DISTINCT x.round_id) FROM published_result p JOIN assessment x"
                + " ON x.id = p.assessment_id JOIN assessment_round r ON r.id = x.round_id WHERE r.code = ?1", code));
        assertEquals(1, trail("publish"));
        assertEquals(number("SELECT COUNT(*) FROM assessment" + OF_ROUND + " AND x.published_at IS NOT NULL", code),
                number("SELECT COUNT(*) FROM assessment_step" + OF_ASSESSMENT + " AND x.step = 'PUBLISH'", code));
    }

    @Test
    void oneProposalWaitsAndIsDecidedOnce() throws Exception {
        committed(() -> {
            caller.actAs(FIRST);
            return publication.publish(code, version);
        });
        see();
        assertEquals(List.of(DONE, "round.changed"), atOnce(held, proposes(FIRST), proposes(SECOND)));
        assertEquals(1, number("SELECT COUNT(*) FROM round_withdrawal" + OF_ROUND, code));
        boolean first = number("SELECT COUNT(*) FROM round_withdrawal x JOIN person p ON p.id = x.proposed_by"
                + " JOIN assessment_round r ON r.id = x.round_id WHERE r.code = ?1 AND p.username = ?2", code,
                FIRST) == 1;
        see();
        assertEquals(List.of(DONE, "round.changed"), atOnce(held,
                new Deed(first ? SECOND : FIRST, () -> withdrawal.confirm(code, version)),
                new Deed(first ? FIRST : SECOND, () -> withdrawal.drop(code, version))));
        assertEquals(1, number("SELECT COUNT(*) FROM round_withdrawal" + OF_ROUND
                + " AND (x.confirmed_at IS NULL) <> (x.dropped_at IS NULL)", code));
        assertEquals(1, trail("withdraw") + trail("drop-withdrawal"));
    }

    private Deed publishes(String person) {
        return new Deed(person, () -> publication.publish(code, version));
    }

    private Deed proposes(String person) {
        return new Deed(person, () -> withdrawal.propose(code, version, "Sai danh mục tiêu chí"));
    }

    private void see() {
        entities.clear();
        caller.actAs(FIRST);
        version = administration.get(code).version();
    }

    private long trail(String action) {
        return number("SELECT COUNT(*) FROM change_log c JOIN assessment_round r ON r.id = c.subject_id"
                + " WHERE c.subject = 'round' AND c.action = ?1 AND r.code = ?2", action, code);
    }

    /** Those with such a column, which come before what they refer to. */
    @SuppressWarnings("unchecked")
    private List<String> tables(String column) {
        return entities.createNativeQuery("SELECT c.table_name FROM information_schema.columns c"
                + " JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
                + " AND t.table_type = 'BASE TABLE' WHERE c.table_schema = DATABASE() AND c.column_name = ?1")
                .setParameter(1, column).getResultList();
    }
}
