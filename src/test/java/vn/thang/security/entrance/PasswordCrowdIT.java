package vn.thang.security.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.organisation.account.Account;
import vn.thang.organisation.account.PasswordLinks;
import vn.thang.organisation.account.SignIn;
import vn.thang.organisation.people.NewPerson;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.security.Caller;
import vn.thang.security.Role;
import vn.thang.security.Whence;

/**
 * More people wait for their passwords to be hashed than there are connections to the database, and everybody else goes
 * on working: whoever waits is in no transaction and holds no connection.
 */
@ExtendWith(ArquillianExtension.class)
class PasswordCrowdIT {

    /** The pool has 32 connections. */
    private static final int PEOPLE = 40;
    private static final String TRANSACTIONS = "org.glassfish.cdi.transaction.TransactionalInterceptor";
    private static final String NO_TRANSACTION = "Never";
    private static final String FIRST = "một mật khẩu đủ dài";
    private static final Whence HERE = new Whence("192.0.2.40", null);
    private static final String SECOND = "một mật khẩu khác hẳn";

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private Account account;

    @Inject
    private PasswordLinks links;

    @Inject
    private SignIn signIn;

    @Inject
    private Caller caller;

    /** The threads that wait for a hash. */
    private final List<Thread> waiting = new CopyOnWriteArrayList<>();
    private final String suffix = Long.toString(System.nanoTime(), 36);

    @Test
    void whoeverWaitsForAHashHoldsNoConnection() throws Exception {
        caller.actAs("quantri");
        List<Long> ids = IntStream.range(0, PEOPLE).mapToObj(i -> administration.invite(
                new NewPerson(name(i), "Người thử", "thu@example.vn", "vi", "15", Role.OFFICER))).toList();
        List<String> secrets = ids.stream().map(id -> links.issue(id).orElseThrow().secret()).toList();
        crowd(i -> as(name(i), () -> {
            links.set(secrets.get(i), FIRST);
            return true;
        }));
        assertTrue(crowd(i -> () -> signIn.verify(name(i), FIRST, HERE)).stream().allMatch(Boolean.TRUE::equals));
        crowd(i -> as(name(i), () -> {
            account.changePassword(FIRST, SECOND, SECOND);
            return true;
        }));
        assertTrue(signIn.verify(name(PEOPLE - 1), SECOND, HERE));
    }

    /** Lets nobody hash until all want to, asks the database something meanwhile, and returns what all were told. */
    private <T> List<T> crowd(IntFunction<Callable<T>> deed) throws InterruptedException, ExecutionException {
        waiting.clear();
        ExecutorService executor = Executors.newFixedThreadPool(PEOPLE, work -> {
            Thread thread = threads.newThread(work);
            waiting.add(thread);
            return thread;
        });
        PasswordHash.AT_ONCE.acquireUninterruptibly(PasswordHash.MOST_AT_ONCE);
        List<Future<T>> answers;
        try {
            answers = IntStream.range(0, PEOPLE).mapToObj(i -> executor.submit(deed.apply(i))).toList();
            while (PasswordHash.AT_ONCE.getQueueLength() < PEOPLE && answers.stream().noneMatch(Future::isDone)) {
                Thread.sleep(20);
            }
            assertEquals(PEOPLE, PasswordHash.AT_ONCE.getQueueLength(), "the others were refused a connection");
            assertFalse(administration.isEmpty());
            assertEquals(Set.of(NO_TRANSACTION),
                    waiting.stream().map(PasswordCrowdIT::transaction).collect(Collectors.toSet()));
        } finally {
            PasswordHash.AT_ONCE.release(PasswordHash.MOST_AT_ONCE);
            executor.shutdown();
        }
        List<T> results = new ArrayList<>();
        for (Future<T> answer : answers) {
            results.add(answer.get());
        }
        return results;
    }

    /**
     * What the server put around the innermost call of a use case. A transaction that has not yet asked the database
     * anything holds no connection, so that counting connections would not tell it.
     */
    private static String transaction(Thread thread) {
        return Arrays.stream(thread.getStackTrace()).map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith(TRANSACTIONS)).map(name -> name.substring(TRANSACTIONS.length()))
                .filter(name -> !name.equals("Base") && !name.startsWith("Base$")).findFirst().orElse("nothing");
    }

    private String name(int i) {
        return "dong." + suffix + "." + i;
    }

    private <T> Callable<T> as(String username, Callable<T> deed) {
        return () -> {
            RequestContextController request = CDI.current().select(RequestContextController.class).get();
            request.activate();
            try {
                caller.actAs(username);
                return deed.call();
            } finally {
                request.deactivate();
            }
        };
    }
}
