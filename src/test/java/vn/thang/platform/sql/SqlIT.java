package vn.thang.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.RoundPlan;
import vn.thang.it.TransactionFixture;
import vn.thang.platform.Refusal;
import vn.thang.security.Caller;
import vn.thang.security.Role;

/** Statements of Jdbi belong to the transaction of the use case, and rows become records by name. */
@ExtendWith(ArquillianExtension.class)
class SqlIT {

    private static final Instant MOMENT = Instant.parse("2026-03-29T01:30:00.123456Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 29);
    private static final String INSERT = "INSERT INTO tried (name, role, changed_at, due_on, share) VALUES (:name, :role, :at, :day, :share)";

    @Inject
    private Jdbi jdbi;

    @Inject
    private Flushed flushed;

    @Inject
    private RoundAdministration rounds;

    @Inject
    private Caller caller;

    private final TransactionFixture transaction = new TransactionFixture();

    @PersistenceContext
    private EntityManager entities;

    record Tried(String name, Role role, Instant changedAt, LocalDate dueOn, BigDecimal share) {
    }

    record Named(String name) {
    }

    record Counted(int share) {
    }

    record Shared(String name, BigDecimal share) {

        Shared(String name) {
            this(name, BigDecimal.ONE);
        }
    }

    @BeforeEach
    void begin() throws Exception {
        transaction.begin();
        write("""
                CREATE TEMPORARY TABLE tried (id BIGINT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(60), role VARCHAR(20),
                changed_at DATETIME(6), due_on DATE, share DECIMAL(9, 4))""");
    }

    @AfterEach
    void undo() throws Exception {
        write("DROP TEMPORARY TABLE tried");
        transaction.rollback();
    }

    /** What was found out about the columns of one statement is not used for another that gives others, or gives them in another order. */
    @Test
    void eachListOfColumnsIsReadByItsNames() {
        for (int turn = 0; turn < 2; turn++) {
            assertEquals(new Shared("một", new BigDecimal("2.5")), one("SELECT 'một' AS name, 2.5 AS share"));
            assertEquals(new Shared("ba", new BigDecimal("4.5")), one("SELECT 4.5 AS share, 'ba' AS name"));
            assertThrows(IllegalArgumentException.class, () -> one("SELECT 4.5 AS share, 'ba' AS other"));
            assertThrows(IllegalArgumentException.class, () -> one("SELECT 'ba' AS name"));
        }
    }

    private Shared one(String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).mapTo(Shared.class).one());
    }

    @Test
    void aDayIsReadWhateverHoldsIt() {
        for (String day : List.of("DATE '2026-03-29'", "TIMESTAMP '2026-03-29 23:59:59.5'", "'2026-03-29'")) {
            assertEquals(DAY, jdbi.withHandle(sql -> sql.createQuery("SELECT " + day).mapTo(LocalDate.class).one()));
        }
        assertTrue(jdbi.withHandle(sql -> sql.createQuery("SELECT CAST(NULL AS DATE)").mapTo(LocalDate.class).list())
                .stream().allMatch(day -> day == null));
    }

    @Test
    void entitiesAndStatementsShareOneConnectionAndOneEnd() throws Exception {
        caller.actAs("quantri");
        String code = "S" + Long.toString(System.nanoTime(), 36);
        rounds.create(new RoundPlan(code, "Đợt thử", "vn-dgm/1.0", DAY, DAY.plusDays(9), Set.of("province")));
        entities.flush();
        assertEquals("Đợt thử", name(code));
        assertEquals(number("SELECT CONNECTION_ID()"),
                ((Number) entities.createNativeQuery("SELECT CONNECTION_ID()").getSingleResult()).longValue());
        int changed = jdbi
                .withHandle(sql -> sql.createUpdate("UPDATE assessment_round SET name = :name WHERE code = :code")
                        .bind("name", "Đợt khác").bind("code", code).execute());
        assertEquals(1, changed);
        assertEquals(Status.STATUS_ACTIVE, transaction.getStatus());
        assertEquals("Đợt khác", entities.createNativeQuery("SELECT name FROM assessment_round WHERE code = ?1")
                .setParameter(1, code).getSingleResult());
        undo();
        begin();
        assertEquals(0,
                jdbi.<Long, RuntimeException>withHandle(
                        sql -> sql.createQuery("SELECT COUNT(*) FROM assessment_round WHERE code = :code")
                                .bind("code", code).mapTo(Long.class).one()));
    }

    /** A change that EclipseLink still holds is sent before the statement, and none is asked for where no transaction runs. */
    @Test
    void whatIsPendingIsSentBeforeAStatementThatIsToSeeIt() throws Exception {
        caller.actAs("quantri");
        String code = "S" + Long.toString(System.nanoTime(), 36);
        rounds.create(new RoundPlan(code, "Đợt thử", "vn-dgm/1.0", DAY, DAY.plusDays(9), Set.of("province")));
        entities.flush();
        entities.createQuery("SELECT r FROM Round r WHERE r.code = :code", Round.class).setParameter("code", code)
                .getSingleResult()
                .change(new RoundPlan(code, "Đợt khác", "vn-dgm/1.0", DAY, DAY.plusDays(9), Set.of("province")));
        assertEquals("Đợt thử", name(code));
        assertEquals("Đợt khác",
                flushed.<String>withHandle(
                        sql -> sql.createQuery("SELECT name FROM assessment_round WHERE code = :code")
                                .bind("code", code).mapTo(String.class).one()));
        undo();
        try {
            flushed.useHandle(sql -> assertEquals(1, sql.createQuery("SELECT 1").mapTo(Integer.class).one()));
        } finally {
            begin();
        }
    }

    @Test
    void whatFailsInAHandleEndsNoTransaction() throws Exception {
        insert("một");
        assertThrows(IllegalArgumentException.class, () -> jdbi.useHandle(sql -> {
            throw new IllegalArgumentException();
        }));
        assertEquals(Status.STATUS_ACTIVE, transaction.getStatus());
        assertEquals(1, number("SELECT COUNT(*) FROM tried"));
    }

    /** Jdbi may not be asked to end what the container began. */
    @Test
    void aHandleCannotRollBack() throws Exception {
        insert("một");
        assertThrows(JdbiException.class, () -> jdbi.useHandle(sql -> sql.rollback()));
        jdbi.useHandle(sql -> sql.commit());
        assertEquals(Status.STATUS_ACTIVE, transaction.getStatus());
        assertFalse(jdbi.<Boolean, SQLException>withHandle(sql -> sql.getConnection().getAutoCommit()));
    }

    @Test
    void rowsBecomeRecordsByNameAndMomentsStandInUtc() {
        insert("một");
        jdbi.useHandle(sql -> sql.createUpdate(INSERT).bind("name", "hai").bindNull("role", java.sql.Types.VARCHAR)
                .bind("at", (Instant) null)
                .bind("day", (LocalDate) null).bind("share", (BigDecimal) null).execute());
        assertEquals(
                List.of(new Tried("một", Role.HEAD, MOMENT, DAY, new BigDecimal("0.2500")),
                        new Tried("hai", null, null, null, null)),
                list(Tried.class, "SELECT due_on, share, role, changed_at, name FROM tried ORDER BY id"));
        assertEquals("2026-03-29 01:30:00.123456", jdbi.<String, RuntimeException>withHandle(sql -> sql.createQuery(
                "SELECT CAST(changed_at AS CHAR) FROM tried WHERE changed_at = :at").bind("at", MOMENT)
                .mapTo(String.class).one()));
        assertEquals(MOMENT, jdbi.<Instant, RuntimeException>withHandle(
                sql -> sql.createQuery("SELECT MAX(changed_at) FROM tried").mapTo(Instant.class).one()));
    }

    @Test
    void whatHasNoPlaceInTheRecordIsRefused() {
        insert("một");
        assertEquals(List.of(new Shared("một", new BigDecimal("0.2500"))),
                list(Shared.class, "SELECT name, share FROM tried"));
        assertEquals(List.of(new Named("một")), list(Named.class, "SELECT name FROM tried"));
        assertThrows(IllegalArgumentException.class, () -> list(Named.class, "SELECT name, role FROM tried"));
        assertThrows(IllegalArgumentException.class, () -> list(Named.class, "SELECT role FROM tried"));
        assertThrows(RuntimeException.class, () -> list(Counted.class, "SELECT CAST(NULL AS INTEGER) AS share"));
    }

    @Test
    void listsAreBoundAndAnEmptyOneFindsNothing() {
        insert("một");
        insert("hai");
        assertEquals(2, among(List.of("một", "hai", "ba")));
        assertEquals(1, among(List.of("hai")));
        assertEquals(0, among(List.of()));
        assertEquals(2,
                jdbi.<Long, RuntimeException>withHandle(sql -> sql
                        .createQuery("SELECT COUNT(*) FROM tried WHERE role IN (<roles>) AND id <> 0 AND id < 1e9")
                        .bindList("roles", Set.of(Role.HEAD, Role.OFFICER)).mapTo(Long.class).one()));
    }

    /** A batch of many rows costs a few statements only, and no key is asked for. */
    @Test
    void aBatchIsSentInBulk() {
        long before = asked();
        int rows = 5_000;
        int[] written = jdbi.withHandle(sql -> {
            PreparedBatch batch = sql.prepareBatch(INSERT);
            for (int i = 0; i < rows; i++) {
                batch.bind("name", "số " + i).bind("role", Role.OFFICER).bind("at", MOMENT).bind("day", DAY)
                        .bind("share", BigDecimal.ONE).add();
            }
            return batch.execute();
        });
        assertEquals(rows, written.length);
        assertTrue(asked() - before < 20, () -> "statements for %d rows: %d".formatted(rows, asked() - before));
        assertEquals(rows, number("SELECT COUNT(*) FROM tried"));
        assertEquals(rows, number(
                "SELECT COUNT(DISTINCT name) FROM tried WHERE changed_at = '2026-03-29 01:30:00.123456' AND due_on = '2026-03-29'"));
    }

    @Test
    void aKeyThatIsAskedForIsGiven() {
        long key = jdbi.withHandle(
                sql -> sql.createUpdate("INSERT INTO tried (name) VALUES ('một')").executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class).one());
        assertEquals(key, number("SELECT MAX(id) FROM tried"));
    }

    @Test
    void manyRowsAreReadAsTheyCome() {
        jdbi.useHandle(sql -> {
            try (Stream<Integer> rows = sql.createQuery("SELECT seq FROM seq_1_to_200000").setFetchSize(1_000)
                    .mapTo(Integer.class).stream()) {
                assertEquals(20_000_100_000L, rows.mapToLong(Integer::longValue).sum());
            }
        });
        assertEquals(1, number("SELECT 1"));
    }

    @Test
    void aFailureNamesTheStatementButNoValue() {
        String message = assertThrows(UnableToExecuteStatementException.class,
                () -> jdbi.useHandle(sql -> sql.createQuery(
                        "SELECT nothing FROM tried WHERE name = :name").bind("name", "Nguyễn Văn A").mapTo(String.class)
                        .list()))
                .getMessage();
        assertTrue(message.contains("SELECT nothing FROM tried"), message);
        assertFalse(message.contains("Nguyễn"), message);
    }

    @Test
    void whoeverWaitedTooLongForALockMayTryAgain() {
        String lock = "SELECT code FROM agency WHERE parent_id IS NULL FOR UPDATE";
        jdbi.useHandle(sql -> sql.createQuery(lock).mapTo(String.class).one());
        CompletionException thrown = assertThrows(CompletionException.class,
                () -> CompletableFuture.runAsync(() -> jdbi.useHandle(
                        sql -> sql.createQuery(lock + " NOWAIT").mapTo(String.class).one())).join());
        assertEquals("app.busy", Refusal.in(thrown).orElseThrow().key());
    }

    @Test
    void withoutATransactionAStatementStandsAlone() throws Exception {
        undo();
        try {
            assertTrue(jdbi.<Boolean, SQLException>withHandle(sql -> sql.getConnection().getAutoCommit()));
            assertEquals(1, number("SELECT 1"));
        } finally {
            begin();
        }
    }

    private long among(List<String> names) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT COUNT(*) FROM tried WHERE name IN (<names>)")
                .bindList(EmptyHandling.NULL_KEYWORD, "names", names).mapTo(Long.class).one());
    }

    private void insert(String name) {
        jdbi.useHandle(sql -> sql.createUpdate(INSERT).bind("name", name).bind("role", Role.HEAD).bind("at", MOMENT)
                .bind("day", DAY)
                .bind("share", new BigDecimal("0.25")).execute());
    }

    private String name(String code) {
        return jdbi.withHandle(
                sql -> sql.createQuery("SELECT name FROM assessment_round WHERE code = :code").bind("code", code)
                        .mapTo(String.class).one());
    }

    private <T> List<T> list(Class<T> row, String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).mapTo(row).list());
    }

    private long number(String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).mapTo(Long.class).one());
    }

    private void write(String statement) {
        jdbi.useHandle(sql -> sql.createUpdate(statement).execute());
    }

    private long asked() {
        return number("SELECT VARIABLE_VALUE FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'");
    }
}
