package vn.thang.operation;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.thang.organisation.account.FirstAccount;
import vn.thang.organisation.account.PasswordLinks;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.Work;
import vn.thang.platform.work.WorkEngine;
import vn.thang.security.Caller;

/**
 * The command of the operator with which this server was started: it is carried out by the use cases of the application, answered on
 * the standard output, and the server ends with 0 when it was done, 1 when it was refused or failed, 2 when it was asked wrongly.
 */
@ApplicationScoped
public class OperatorCommand {

    private static final Logger LOG = Logger.getLogger(OperatorCommand.class.getName());
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int ASKED_WRONGLY = 2;
    private static final int LONGEST_MINUTES = 60;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private OperatorCommand itself;

    @Inject
    private FirstAccount accounts;

    @Inject
    private LongWork works;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
        String given = System.clearProperty(WorkEngine.COMMAND);
        if (given != null) {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            executor.schedule(() -> {
                // the server ends from a thread of its own: it waits for those of the executor
                int code = ended(given, out);
                new Thread(() -> System.exit(code)).start();
            }, 1, TimeUnit.SECONDS);
        }
    }

    private int ended(String given, PrintStream out) {
        try {
            return itself.run(List.of(given.split("\n")), out);
        } catch (RuntimeException fault) {
            LOG.log(Level.SEVERE, "The command failed", fault);
            out.println(text("command.failed", given.replace('\n', ' ')));
            return FAILED;
        }
    }

    /** Carries out the command and answers with what the process ends. */
    @ActivateRequestContext
    public int run(List<String> words, PrintStream out) {
        caller.actAsSystem();
        try {
            return switch (words.get(0)) {
                case "first-account" -> words.size() == 3 ? link(words.get(1), words.get(2), out) : usage(out);
                case "run" -> words.size() == 2 ? done(words.get(1), out) : usage(out);
                default -> usage(out);
            };
        } catch (BusinessException refused) {
            out.println(text(refused.key(), refused.arguments()));
            return FAILED;
        }
    }

    private static int usage(PrintStream out) {
        out.println(text("command.usage"));
        return ASKED_WRONGLY;
    }

    private int link(String username, String mail, PrintStream out) {
        PasswordLinks.Issued link = accounts.link(username, mail);
        out.println(text("command.link", username, "/password.xhtml?link=" + link.secret(),
                Texts.moment(language(), link.until())));
        return DONE;
    }

    /** Has recurring work done now, by this server or by whichever other one is first, and waits for its end. */
    private int done(String kind, PrintStream out) {
        Instant begun = clock.instant();
        Instant end = begun.plusSeconds(TimeUnit.MINUTES.toSeconds(LONGEST_MINUTES));
        boolean asked = false;
        while (clock.instant().isBefore(end) && !Thread.currentThread().isInterrupted()) {
            LongWork.Recurring line = works.recurring().stream().filter(one -> one.kind().equals(kind)).findFirst()
                    .orElseThrow(() -> new BusinessException.NotFound("work.unknown"));
            asked = asked || works.now(kind);
            Work last = line.last();
            if (asked && last != null && last.endedAt() != null && last.endedAt().isAfter(begun)) {
                out.println(text(last.failed() ? "command.failed" : "command.done", text("work.kind." + kind)));
                return last.failed() ? FAILED : DONE;
            }
            pause();
        }
        out.println(text("command.failed", text("work.kind." + kind)));
        return FAILED;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Locale language() {
        return Texts.language(Locale.getDefault().getLanguage());
    }

    private static String text(String key, Object... arguments) {
        return Texts.text(language(), key, arguments);
    }
}
