package vn.thang.platform.work;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Unmanaged;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.platform.web.Origin;
import vn.thang.platform.BusinessException;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.Incident;
import vn.thang.platform.Sha256;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;
import vn.thang.platform.TrailLine;
import vn.thang.platform.list.Cut;
import vn.thang.platform.sql.OneTransaction;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** Long work on one server: what is started runs, is seen by others, and whatever comes of it is kept. */
@ExtendWith(ArquillianExtension.class)
class LongWorkIT {

    private static final int LONGEST_SECONDS = 60;
    private static final int LARGE = 2 * WorkFiles.PART + 12_345;

    @Inject
    private Origin origin;

    @Inject
    private LongWork works;

    @Inject
    private Works all;

    @Inject
    private WorkSchedule schedule;

    @Inject
    private Nightly nightly;

    @Inject
    @Any
    private Instance<WorkKind<?>> started;

    @Inject
    @Any
    private Instance<RecurringWork> again;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private OneTransaction transaction;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private BeanManager beans;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @BeforeEach
    @AfterEach
    void clean() throws Exception {
        inTransaction(() -> {
            entities.createNativeQuery("DELETE FROM work WHERE kind LIKE 'try-%'").executeUpdate();
            entities.createNativeQuery("DELETE FROM notice WHERE subject = 'work' AND detail LIKE 'try-%'")
                    .executeUpdate();
        });
    }

    @Test
    void whatIsStartedRunsWithTheRightsOfItsStartAndItsResultIsKept() throws Exception {
        long work = started("quantri", new Asked("who", 0));
        caller.actAsSystem();
        Work done = await(work, found -> !found.active());
        assertEquals(Work.State.DONE, done.state());
        assertEquals("person=" + done.starter() + " publish=true review=false", done.outcome().arguments().get(0));
        assertEquals("/somewhere.xhtml", done.link());
        assertEquals("kết quả.txt", done.file());
        WorkFile file = works.file(work).orElseThrow();
        assertEquals("nội dung", new String(file.content().bytes(), StandardCharsets.UTF_8));
        assertEquals(Sha256.hex(file.content().bytes()), file.sha256());
        assertNotNull(done.begunAt());
        assertEquals("WORK_DONE try-started who", told(work));
        assertNotNull(done.endedAt());
        assertEquals("", number("SELECT COALESCE(input, '') FROM work WHERE id = " + work));
        caller.actAs("quantri");
        assertTrue(caller.still(works.rights(work).orElseThrow()), "the rights of a file are kept with it");
        caller.actAs("canbo");
        assertFalse(caller.still(works.rights(work).orElseThrow()));
    }

    /** What work tells the trail comes from where it was asked for. */
    @Test
    void theTrailSaysFromWhereWorkWasAskedFor() throws Exception {
        origin.comesFrom("203.0.113.7", () -> "phiên");
        long work = started("quantri", new Asked("who", 0));
        await(work, found -> !found.active());
        assertEquals("1", number("SELECT COUNT(*) FROM change_log e JOIN trail_value v ON v.entry_id = e.id"
                + " WHERE e.action = 'work-done' AND e.subject_id = " + work + " AND v.content = '203.0.113.7'"
                + " AND e.session_hash = SHA2('phiên', 256)"));
        assertEquals("", number("SELECT COALESCE(asked_from, session_hash, '') FROM work WHERE id = " + work));
    }

    /** A file that is larger than a packet of the database is kept in parts, read as it was, and forgotten as a whole. */
    @Test
    void aFileLargerThanAPacketIsKeptInParts() throws Exception {
        long work = started("quantri", new Asked("large", 0));
        caller.actAsSystem();
        assertEquals(Work.State.DONE, await(work, found -> !found.active()).state());
        assertEquals("2", number("SELECT COUNT(*) FROM work_file_part WHERE work_id = " + work));
        MessageDigest digest = Sha256.begin();
        long[] read = {0};
        works.file(work).orElseThrow().content().to(new OutputStream() {
            @Override
            public void write(int one) {
                throw new IllegalStateException("parts are written as a whole");
            }

            @Override
            public void write(byte[] some, int from, int length) {
                assertTrue(length <= WorkFiles.PART);
                digest.update(some, from, length);
                read[0] += length;
            }
        });
        assertEquals(LARGE, read[0]);
        assertArrayEquals(Sha256.of(large()), digest.digest());
        assertFalse(Files.exists(Tried.HELD.get()), "what is kept does not stay on the disk");
        inTransaction(() -> entities.createNativeQuery("DELETE FROM work WHERE id = " + work).executeUpdate());
        assertEquals("0", number("SELECT COUNT(*) FROM work_file_part WHERE work_id = " + work));
    }

    private static byte[] large() {
        byte[] bytes = new byte[LARGE];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatIsUndoneIsNeverStarted() throws Exception {
        long[] begun = {0};
        transaction.undone(() -> {
            caller.actAs("quantri");
            begun[0] = works.start(new Asked("who", 0), caller.behalf());
        });
        long work = begun[0];
        assertTrue(all.find(work).isEmpty());
        assertEquals("0", number("SELECT COUNT(*) FROM work_due WHERE task_instance = '" + work + "'"));
    }

    @Test
    void progressIsSeenByOthersWhileTheWorkRunsInItsTransaction() throws Exception {
        Tried.go = new CountDownLatch(1);
        long work = started("quantri", new Asked("wait", 0));
        Work running = await(work, found -> found.done() == 3);
        assertEquals(Work.State.RUNNING, running.state());
        assertEquals(10, running.total());
        assertEquals("work.doing.scores", running.doing());
        assertEquals("0", number("SELECT COUNT(*) FROM change_log WHERE action = 'try-wait' AND details = '"
                + Tried.MARK.get() + "'"));
        Tried.go.countDown();
        assertEquals(Work.State.DONE, await(work, found -> !found.active()).state());
    }

    @Test
    void theLikeIsNotDoneTwiceAtOnce() throws Exception {
        Tried.go = new CountDownLatch(1);
        long first = started("quantri", new Asked("wait", 0));
        assertEquals(first, started("quantri", new Asked("wait", 0)));
        await(first, found -> found.done() == 3);
        assertEquals(first, started("quantri", new Asked("wait", 0)));
        Tried.go.countDown();
        await(first, found -> !found.active());
        long second = started("quantri", new Asked("wait", 0));
        assertTrue(second != first);
        await(second, found -> !found.active());
    }

    @Test
    void aRefusalIsKeptAndNotTriedAgain() throws Exception {
        Tried.attempts.set(0);
        long before = works.standing().failed();
        Work failed = await(started("quantri", new Asked("refuse", 0)), found -> !found.active());
        assertEquals(Work.State.FAILED, failed.state());
        assertEquals("round.code-taken", failed.outcome().key());
        assertTrue(failed.outcome().in(Locale.ENGLISH).contains("2026"));
        assertNull(failed.incident());
        assertEquals(1, Tried.attempts.get());
        assertEquals("WORK_FAILED try-started refuse", told(failed.id()));
        assertEquals(before, works.standing().failed(), "nothing for whoever runs the machines");
    }

    /** While nodes are upgraded one by one, an older one comes across work that only the newer one knows. */
    @Test
    void workOfAKindThatThisVersionDoesNotKnowIsLeftAsItIs() throws Exception {
        inTransaction(() -> {
            entities.createNativeQuery("INSERT INTO work (kind, recurring, subject, once_key, started_at, input, state)"
                    + " VALUES ('try-newer', FALSE, '', 'try-newer', UTC_TIMESTAMP(6), '{}', 'WAITING')")
                    .executeUpdate();
            entities.createNativeQuery(
                    "INSERT INTO work_due (task_name, task_instance, execution_time, picked, version)"
                            + " SELECT 'started', id, UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, FALSE, 1 FROM work"
                            + " WHERE kind = 'try-newer'")
                    .executeUpdate();
        });
        String due = "FROM work_due d JOIN work w ON w.id = d.task_instance WHERE d.task_name = 'started'"
                + " AND w.kind = 'try-newer'";
        until(() -> number("SELECT COUNT(*) " + due + " AND NOT d.picked AND d.execution_time > UTC_TIMESTAMP(6)")
                .equals("1"));
        assertEquals("WAITING 0 0", number("SELECT CONCAT_WS(' ', state, attempts, failures) FROM work"
                + " WHERE kind = 'try-newer'"));
        inTransaction(() -> entities.createNativeQuery("DELETE d " + due).executeUpdate());
    }

    /** The server of a command of the operator ends with it: it does the work that it is told to do, and takes none of others. */
    @Test
    void aServerThatStandsAsideDoesNothingButWhatItIsTold() throws Exception {
        Tried.go = new CountDownLatch(1);
        List<Long> many = new ArrayList<>();
        for (int i = 0; i <= WorkSchedule.AT_ONCE; i++) {
            many.add(started("quantri", new Asked("wait", i)));
        }
        String waiting = "SELECT COUNT(*) FROM work WHERE kind = 'try-started' AND state = 'WAITING'";
        until(() -> number(waiting).equals("1"));
        Unmanaged.UnmanagedInstance<WorkSchedule> another = new Unmanaged<>(beans, WorkSchedule.class).newInstance()
                .produce().inject();
        WorkSchedule aside = another.get();
        aside.prepare(threads, true);
        int runs = Nightly.RUNS.get();
        assertTrue(aside.now(nightly));
        until(() -> Nightly.RUNS.get() > runs);
        TimeUnit.SECONDS.sleep(2);
        assertEquals("1", number(waiting), "the one that found no place is left to the servers that stay");
        aside.rest();
        another.dispose();
        Tried.go.countDown();
        for (long work : many) {
            assertEquals(Work.State.DONE, await(work, found -> !found.active()).state());
        }
        until(() -> recurring().next().isAfter(clock.instant()));
    }

    @Test
    void aFaultIsTriedAgainByRuleAndThenFailsUnderANumberThatStandsInTheLog() throws Exception {
        Tried.attempts.set(0);
        long counted = Incident.counted();
        long before = works.standing().failed();
        long work = started("quantri", new Asked("fault", 99));
        Work failed = await(work, found -> !found.active());
        assertEquals(Work.State.FAILED, failed.state());
        assertEquals(3, Tried.attempts.get());
        assertEquals("work.fault", failed.outcome().key());
        assertEquals(counted + 3, Incident.counted(), "each attempt is counted for whoever watches");
        assertTrue(works.standing().failed() > before);
        assertTrue(works.list(new WorkFilter(null, null, Work.State.FAILED), Cut.by(WorkOrder.NEWEST)).rows().stream()
                .anyMatch(one -> one.id() == work));

        Tried.attempts.set(99);
        inTransaction(() -> works.again(work));
        assertEquals(Work.State.DONE, await(work, found -> !found.active()).state());
        assertNull(all.find(work).orElseThrow().incident());
    }

    /** What has failed leaves the schedule a moment later; whoever looked in between must not be told that it is still there. */
    @Test
    void whatHasLeftTheScheduleSinceTheTransactionFirstReadIsDueAgain() throws Exception {
        Tried.attempts.set(0);
        long work = started("quantri", new Asked("fault", 99));
        await(work, found -> !found.active());
        String due = "SELECT COUNT(*) FROM work_due WHERE task_name = 'started' AND task_instance = '" + work + "'";
        until(() -> number(due).equals("0"));
        change("INSERT INTO work_due (task_name, task_instance, execution_time, picked, version) VALUES ('started', '"
                + work + "', '2001-02-03', TRUE, 1)");
        Tried.attempts.set(99);
        try (ExecutorService others = Executors.newSingleThreadExecutor()) {
            inTransaction(() -> {
                assertEquals("1", number(due));
                try {
                    others.submit(() -> change("DELETE FROM work_due WHERE task_instance = '" + work + "'")).get();
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e);
                }
                assertEquals("1", number(due), "the transaction does not see it");
                works.again(work);
            });
        }
        assertEquals(Work.State.DONE, await(work, found -> !found.active()).state());
    }

    private int change(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.createStatement().executeUpdate(sql);
        }
    }

    @Test
    void aFaultThatPassesIsTriedAgainAndForgotten() throws Exception {
        Tried.attempts.set(0);
        Work done = await(started("quantri", new Asked("fault", 1)), found -> !found.active());
        assertEquals(Work.State.DONE, done.state());
        assertEquals(2, Tried.attempts.get());
        assertEquals(0, done.failures());
    }

    @Test
    void anAttemptThatWasTakenOverWritesNothing() throws Exception {
        Tried.go = new CountDownLatch(1);
        long work = started("quantri", new Asked("wait", 0));
        await(work, found -> found.done() == 3);
        inTransaction(() -> entities.createNativeQuery("UPDATE work SET attempts = attempts + 1 WHERE id = " + work)
                .executeUpdate());
        Tried.go.countDown();
        await(work, found -> found.state() == Work.State.DONE
                && Integer.parseInt(number("SELECT attempts FROM work WHERE id = " + work)) > 2);
        assertEquals("1", number(
                "SELECT COUNT(*) FROM change_log WHERE action = 'try-wait' AND details = '" + Tried.MARK.get() + "'"));
    }

    @Test
    void aNightThatWasMissedIsMadeUp() throws Exception {
        String ends = "SELECT COUNT(*) FROM change_log WHERE action = 'work-done' AND details = 'try-nightly'";
        long told = Long.parseLong(number(ends));
        Instant before = schedule.next(nightly).orElseThrow();
        assertTrue(before.isAfter(clock.instant()));
        int runs = Nightly.RUNS.get();
        inTransaction(() -> entities
                .createNativeQuery("UPDATE work_due SET execution_time = UTC_TIMESTAMP(6) - INTERVAL 20 HOUR"
                        + " WHERE task_name = 'try-nightly'")
                .executeUpdate());
        until(() -> Nightly.RUNS.get() > runs && schedule.next(nightly).orElseThrow().isAfter(clock.instant()));
        assertEquals(before, schedule.next(nightly).orElseThrow());
        assertEquals(runs + 1, Nightly.RUNS.get());
        LongWork.Recurring line = works.recurring().stream().filter(one -> one.kind().equals("try-nightly")).findFirst()
                .orElseThrow();
        assertEquals(Work.State.DONE, line.last().state());
        assertEquals(told + 1, Long.parseLong(number(ends)), "the trail tells of work of every day that went well");
        assertEquals("0", number("SELECT COUNT(*) FROM change_log WHERE action = 'work-done' AND details IN ('mail',"
                + " 'seal-trail')"), "and not of what recurs all the time");
    }

    @Test
    void recurringWorkThatFailsIsToldAndTriedSoon() throws Exception {
        Nightly.fails = true;
        try {
            works.now("try-nightly");
            until(() -> recurring().last() != null && recurring().last().failed());
            until(() -> recurring().next().isAfter(clock.instant()));
            assertEquals("work.fault", recurring().last().outcome().key());
            assertNotNull(recurring().last().incident());
            assertTrue(recurring().next().isBefore(clock.instant().plus(Duration.ofMinutes(10))));
        } finally {
            Nightly.fails = false;
        }
        works.now("try-nightly");
        until(() -> recurring().last().state() == Work.State.DONE);
        assertNull(recurring().last().incident());
        until(() -> recurring().next().isAfter(clock.instant()));
    }

    @Test
    void workThatCameAcrossOthersInTheDatabaseIsTriedAgainAtOnce() throws Exception {
        Nightly.locks = true;
        try (ExecutorService others = Executors.newSingleThreadExecutor()) {
            Connection theirs = others.submit(this::locked).get();
            works.now("try-nightly");
            try {
                until(() -> recurring().last() != null && recurring().last().failed());
            } finally {
                others.submit(() -> released(theirs)).get();
            }
            until(() -> recurring().last().state() == Work.State.DONE);
        } finally {
            Nightly.locks = false;
        }
        until(() -> recurring().next().isAfter(clock.instant()));
    }

    private Connection locked() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        connection.createStatement().execute(UseCase.LOCK);
        return connection;
    }

    private static Void released(Connection connection) throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return null;
    }

    @Test
    void theStatementsOfAUseCaseStandInOneTransaction() throws Exception {
        int runs = Nightly.RUNS.get();
        Nightly.aloneEach = true;
        works.now("try-nightly");
        until(() -> Nightly.RUNS.get() > runs);
        assertFalse(Nightly.aloneEach);
        until(() -> recurring().next().isAfter(clock.instant()));
    }

    @Test
    void everyKindHasItsNameInWords() {
        List<String> names = Stream
                .concat(started.stream().map(WorkKind::name), again.stream().map(RecurringWork::name))
                .filter(name -> !name.startsWith("try-")).toList();
        assertTrue(names.containsAll(List.of("publish-round", "nightly-scoring", "mail")));
        names.forEach(name -> assertFalse(Texts.text(Locale.ENGLISH, "work.kind." + name).isBlank(), name));
        assertEquals(names.size(), names.stream().distinct().count());
    }

    @Test
    void whatEndedLongAgoIsForgotten() throws Exception {
        long work = started("quantri", new Asked("who", 0));
        await(work, found -> !found.active());
        assertEquals(0, all.forget(clock.instant().minus(Work.KEPT)));
        inTransaction(() -> entities
                .createNativeQuery("UPDATE work SET ended_at = ended_at - INTERVAL 31 DAY WHERE id = " + work)
                .executeUpdate());
        assertEquals(1, all.forget(clock.instant().minus(Work.KEPT)));
        assertFalse(works.file(work).isPresent());
    }

    private String told(long work) throws Exception {
        until(() -> !number("SELECT COUNT(*) FROM notice WHERE subject = 'work' AND subject_id = " + work).equals("0"));
        return number(
                "SELECT CONCAT(n.kind, ' ', n.detail) FROM notice n JOIN work w ON w.id = n.subject_id AND w.started_by = n.person_id"
                        + " WHERE n.subject = 'work' AND n.subject_id = " + work);
    }

    private LongWork.Recurring recurring() {
        return works.recurring().stream().filter(one -> one.kind().equals("try-nightly")).findFirst().orElseThrow();
    }

    /** Two people who ask for the same at the same moment: each has looked before the other has asked. */
    @Test
    void whatAnotherBeganSinceTheTransactionFirstReadIsTheOneThatThereIs() throws Exception {
        Tried.go = new CountDownLatch(1);
        long[] ids = {0, 0};
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            inTransaction(() -> {
                caller.actAs("quantri");
                entities.createNativeQuery("SELECT COUNT(*) FROM work").getSingleResult();
                try {
                    ids[0] = other.submit(() -> works.start(new Asked("wait", 0))).get(LONGEST_SECONDS,
                            TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                ids[1] = works.start(new Asked("wait", 0), caller.behalf());
            });
        }
        assertEquals(ids[0], ids[1]);
        Tried.go.countDown();
        await(ids[0], found -> !found.active());
    }

    private long started(String username, WorkInput input) throws Exception {
        long[] id = {0};
        inTransaction(() -> {
            caller.actAs(username);
            id[0] = works.start(input, caller.behalf());
        });
        return id[0];
    }

    private Work await(long id, Predicate<Work> wanted) throws Exception {
        until(() -> wanted.test(all.find(id).orElseThrow()));
        return all.find(id).orElseThrow();
    }

    private static void until(BooleanSupplier wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!wanted.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "what was waited for never came");
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private String number(String sql) {
        return String.valueOf(entities.createNativeQuery(sql).getSingleResult());
    }

    private void inTransaction(Runnable deed) {
        transaction.whole(deed);
    }

    /** What the kind of work of this test does: who, wait, refuse or fault so many times. */
    public record Asked(String subject, int faults) implements WorkInput {

        @Override
        public String once() {
            return subject + " " + faults;
        }
    }

    /** The work of this test waits, which the trail says. */
    public record Waiting(String mark) implements DomainEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("try-wait", "try", null, null, mark));
        }
    }

    /** A kind of work of this test only. */
    @ApplicationScoped
    public static class Tried implements WorkKind<Asked> {

        static final AtomicInteger attempts = new AtomicInteger();
        static final AtomicReference<Path> HELD = new AtomicReference<>();
        static final AtomicReference<String> MARK = new AtomicReference<>();
        static volatile CountDownLatch go = new CountDownLatch(0);

        @Inject
        private Caller caller;

        @Inject
        private Event<Waiting> events;

        @Override
        public String name() {
            return "try-started";
        }

        @Override
        public Class<Asked> input() {
            return Asked.class;
        }

        @Override
        public List<Duration> pauses() {
            return List.of(Duration.ZERO, Duration.ZERO);
        }

        @Override
        public WorkResult run(Asked asked, Progress progress) {
            switch (asked.subject()) {
                case "wait" -> {
                    if (go.getCount() > 0) {
                        MARK.set(String.valueOf(System.nanoTime()));
                    }
                    events.fire(new Waiting(MARK.get()));
                    progress.at(3, 10, "work.doing.scores");
                    try {
                        assertTrue(go.await(LONGEST_SECONDS, TimeUnit.SECONDS));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return WorkResult.of("work.result.pull", "x");
                }
                case "large" -> {
                    try {
                        HeldFile held = HeldFile.of(out -> out.write(large()));
                        HELD.set(held.place());
                        return WorkResult.of("work.result.pull", "x").with(new WorkFile("lớn.bin",
                                "application/octet-stream", held));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }
                case "refuse" -> {
                    attempts.incrementAndGet();
                    throw new BusinessException("round.code-taken", "2026");
                }
                case "fault" -> {
                    if (attempts.getAndIncrement() < asked.faults()) {
                        throw new IllegalStateException("tried");
                    }
                    return WorkResult.of("work.result.pull", "x");
                }
                default -> {
                    return WorkResult.of("work.result.pull", "person=" + caller.personId() + " publish="
                            + caller.can(Permission.PUBLISH, "/1/") + " review=" + caller.can(Permission.REVIEW))
                            .at("/somewhere.xhtml").with(new WorkFile("kết quả.txt", "text/plain",
                                    "nội dung".getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
    }

    /** Recurring work of this test only; it is far from due. */
    @ApplicationScoped
    public static class Nightly implements RecurringWork {

        static final AtomicInteger RUNS = new AtomicInteger();
        static volatile boolean fails;
        static volatile boolean locks;
        static volatile boolean aloneEach;

        @Inject
        private UseCase useCase;

        @Override
        public String name() {
            return "try-nightly";
        }

        @Override
        public Rhythm rhythm() {
            return Rhythm.daily(LocalTime.now(Time.ZONE).getHour() < 12 ? LocalTime.of(18, 0) : LocalTime.of(6, 0));
        }

        @Override
        public void run(Progress progress) {
            aloneEach = useCase.aloneEach();
            RUNS.incrementAndGet();
            if (locks) {
                useCase.lock();
            }
            if (fails) {
                throw new IllegalStateException("tried");
            }
        }
    }

    /** Opens its transaction as all use cases do. */
    @ApplicationScoped
    @Transactional
    public static class UseCase {

        @Resource(lookup = "jdbc/thang")
        private DataSource dataSource;

        /** What others hold is refused. */
        static final String LOCK = "SELECT id FROM assessment_round LIMIT 1 FOR UPDATE NOWAIT";

        public void lock() {
            try (Connection connection = dataSource.getConnection()) {
                connection.createStatement().execute(LOCK);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Answers whether each statement would stand by itself, so that what came before a failure stays. */
        public boolean aloneEach() {
            try (Connection connection = dataSource.getConnection()) {
                return connection.getAutoCommit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
