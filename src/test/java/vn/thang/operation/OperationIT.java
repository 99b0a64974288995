package vn.thang.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;

/** Who sees how the installation is, and what it costs; everything is undone. */
class OperationIT extends ContainerFixture {

    @Inject
    private Operation operation;

    @Inject
    private StateReading reading;

    @Test
    void othersThanNationalAdministratorsAreRefused() throws Exception {
        for (String username : List.of("canbo", "lanhdao.tinh", "thamdinh", "hoidong", "lanhdao", "kiemtoan")) {
            caller.actAs(username);
            forbidden(operation::state);
            again();
        }
        role("canbo", "15", "ADMINISTRATOR");
        caller.actAs("canbo");
        forbidden(operation::state);
    }

    @Test
    void aNationalAdministratorSeesWhatTheTablesHold() {
        sql("DELETE FROM backup");
        sql("DELETE FROM mail");
        sql("DELETE FROM work WHERE NOT recurring");
        caller.actAs("quantri");
        OperationState before = operation.state();
        assertEquals(null, before.backup());
        assertEquals(0, before.work().waiting() + before.work().failed() + before.mails().waiting());
        assertTrue(Need.of(before).stream().anyMatch(need -> need.kind() == Need.Kind.BACKUP_NONE));

        Instant now = clock.instant();
        sql("INSERT INTO backup (finished_at, name, sha256, bytes, seconds, host) VALUES"
                + " (UTC_TIMESTAMP(6) - INTERVAL 2 DAY, 'old.tar', REPEAT('0', 64), 1, 1, 'h'),"
                + " (UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, 'new.tar', REPEAT('0', 64), 5, 3, 'h')");
        for (String work : List.of("'WAITING', 0, NULL", "'WAITING', 1, NULL",
                "'FAILED', 3, UTC_TIMESTAMP(6) - INTERVAL 1 HOUR", "'FAILED', 0, UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE",
                "'FAILED', 3, UTC_TIMESTAMP(6) - INTERVAL 2 DAY",
                "'DONE', 0, UTC_TIMESTAMP(6)")) {
            sql("INSERT INTO work (kind, recurring, subject, once_key, started_at, state, failures, ended_at) VALUES"
                    + " ('score-round', FALSE, '', UUID(), UTC_TIMESTAMP(6) - INTERVAL 3 HOUR, " + work + ")");
        }
        sql("UPDATE work SET incident = UUID() WHERE state = 'FAILED' AND failures = 3");
        for (String letter : List.of("'WAITING', 0", "'WAITING', 8", "'FAILED', 60", "'SENT', 1")) {
            sql("INSERT INTO mail (person_id, occasion, message_id, state, attempts, next_at) SELECT p.id, UUID(),"
                    + " UUID(), " + letter + ", UTC_TIMESTAMP(6) + INTERVAL 1 DAY FROM person p"
                    + " WHERE p.username = 'canbo'");
        }
        OperationState after = operation.state();
        assertEquals("new.tar", after.backup().name());
        assertEquals(List.of(2L, 1L), List.of(after.work().waiting(), after.work().failed()));
        assertTrue(Duration.between(after.work().oldest(), now).toMinutes() >= 179);
        assertEquals(List.of(2L, 1L, 1L), List.of(after.mails().waiting(), after.mails().delayed(),
                after.mails().failed()));
        assertEquals(null, after.mails().untried(), "none of them is due");
        assertNotNull(after.database().oldest());
        assertTrue(after.database().version().contains("MariaDB"), after.database().version());
        assertEquals(before.recurring().size(), after.recurring().size());
    }

    /** A server that takes others is well: a few recipients are at fault. What waits for its first attempt is late by itself. */
    @Test
    void lettersAreLateWhereTheServerTakesNoneOrNoneIsTried() {
        sql("DELETE FROM mail");
        caller.actAs("quantri");
        for (String letter : List.of("'WAITING', 8, NULL, UTC_TIMESTAMP(6) + INTERVAL 1 HOUR",
                "'SENT', 1, UTC_TIMESTAMP(6) - INTERVAL 3 HOUR, UTC_TIMESTAMP(6) - INTERVAL 3 HOUR",
                "'WAITING', 0, NULL, UTC_TIMESTAMP(6) - INTERVAL 3 HOUR")) {
            sql("INSERT INTO mail (person_id, occasion, message_id, state, attempts, sent_at, next_at) SELECT p.id, UUID(),"
                    + " UUID(), " + letter + " FROM person p WHERE p.username = 'canbo'");
        }
        OperationState late = operation.state();
        assertEquals(1, late.mails().delayed());
        assertTrue(Duration.between(late.mails().untried(), clock.instant()).toMinutes() >= 179);
        sql("UPDATE mail SET sent_at = UTC_TIMESTAMP(6), next_at = UTC_TIMESTAMP(6) WHERE state = 'SENT'");
        assertEquals(0, operation.state().mails().delayed());
    }

    /** However much there is, the same number of statements. */
    @Test
    void theStateCostsAFixedNumberOfStatements() {
        caller.actAs("quantri");
        operation.state();
        long few = used(operation::state);
        for (int i = 0; i < 20; i++) {
            sql("INSERT INTO work (kind, recurring, subject, once_key, started_at, state) VALUES"
                    + " ('score-round', FALSE, '', UUID(), UTC_TIMESTAMP(6), 'FAILED')");
        }
        assertEquals(few, used(operation::state));
    }

    @Test
    void theMachineThatWatchesReadsTheSameAsTheApplicationItself() {
        assertNotNull(reading.read().database().version());
    }

    @Test
    void theServerSaysItsVersion() {
        assertTrue(ServerFigures.version("unknown").matches(".*Payara.*\\d+\\.\\d+.*"),
                ServerFigures.version("unknown"));
    }

    @Test
    void thePoolTellsWhatIsInUse() {
        assertEquals(1, number("SELECT 1"));
        double used = ServerFigures.pool("getNumConnUsed");
        assertTrue(used >= 1, "this test has one of " + used);
        assertTrue(Double.isNaN(ServerFigures.pool("getNothing")));
    }
}
