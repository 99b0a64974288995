package vn.thang.operation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import vn.thang.assessment.score.ScoringEvent;
import vn.thang.platform.HungUp;
import vn.thang.platform.Incident;
import vn.thang.platform.sql.DatabaseWatch;
import vn.thang.platform.web.Admission;
import vn.thang.security.SecurityEvent;

/** All that is measured of this server and of the installation, by the names under which it is served. */
@ApplicationScoped
class Meters {

    private static final Duration[] LIMITS = {Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofSeconds(1),
            Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15)};

    @Inject
    private WatchedState watched;

    @Inject
    private Admission admission;

    @Inject
    private DatabaseWatch database;

    @Inject
    private Build build;

    private PrometheusMeterRegistry registry;
    private JvmGcMetrics collections;
    private Counter saves;

    @PostConstruct
    void begin() {
        registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        collections = new JvmGcMetrics();
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        saves = Counter.builder("thang.saves").description("Answers that were saved").register(registry);
        ofServer();
        ofInstallation();
    }

    @PreDestroy
    void end() {
        collections.close();
        registry.close();
    }

    private void ofServer() {
        Gauge.builder("thang.build", () -> 1).description("What runs here").tag("version", build.version())
                .tag("schema", build.schema()).tag("java", Runtime.version().toString()).register(registry);
        FunctionCounter.builder("thang.incidents", "", ignored -> Incident.counted())
                .description("Failures that nobody foresaw").register(registry);
        FunctionCounter.builder("thang.hung.up", "", ignored -> HungUp.counted())
                .description("Requests whose callers closed the connection").register(registry);
        Gauge.builder("thang.admission.working", admission, Admission::working)
                .description("Requests that are worked on").register(registry);
        Gauge.builder("thang.admission.waiting", admission, Admission::waiting)
                .description("Requests that wait for a place").register(registry);
        FunctionCounter.builder("thang.admission.refused", admission, Admission::refused)
                .description("Requests that were told to come again").register(registry);
        Map.of("used", "getNumConnUsed", "free", "getNumConnFree")
                .forEach((state, figure) -> Gauge.builder("thang.pool", () -> ServerFigures.pool(figure))
                        .description("Connections of the pool that are open").tag("state", state).register(registry));
        Gauge.builder("thang.disk.free", () -> ServerFigures.disk().free()).baseUnit("bytes")
                .description("Free on the disk of the server").register(registry);
        Gauge.builder("thang.disk.total", () -> ServerFigures.disk().total()).baseUnit("bytes")
                .description("Size of the disk of the server").register(registry);
    }

    private void ofInstallation() {
        Gauge.builder("thang.database.up", () -> watched.answers() ? 1 : 0)
                .description("Whether the database answered").register(registry);
        Gauge.builder("thang.database.writes", database, known -> known.writes() ? 1 : 0)
                .description("Whether what was written was acknowledged").register(registry);
        number("thang.database.connections", "Connections of all accounts", s -> s.database().connections());
        number("thang.database.connections.most", "Connections that the database allows", s -> s.database().most());
        bytes("thang.database.size", "Tables and indices", s -> s.database().bytes());
        seconds("thang.database.transaction.oldest", "Age of the oldest transaction",
                s -> s.database().oldest() == null ? Double.NaN : s.database().oldest());
        state("thang.work", "Long work that people started; failed in the last day", "waiting",
                s -> s.work().waiting());
        state("thang.work", "Long work that people started; failed in the last day", "running",
                s -> s.work().running());
        state("thang.work", "Long work that people started; failed in the last day", "failed",
                s -> s.work().failed());
        seconds("thang.work.waiting.oldest", "How long work has waited at most",
                s -> watched.waited(s, s.work().oldest()));
        number("thang.recurring.failing", "Recurring work whose last run failed", s -> s.failing().size());
        state("thang.mails", "Letters", "waiting", s -> s.mails().waiting());
        state("thang.mails", "Letters", "failed", s -> s.mails().failed());
        state("thang.mails", "Letters", "delayed", s -> s.mails().delayed());
        seconds("thang.mails.untried.oldest", "How long a letter has waited for its first attempt at most",
                s -> watched.waited(s, s.mails().untried()));
        number("thang.mails.set", "Whether a mail server is set", s -> s.mails().set() ? 1 : 0);
        number("thang.sources.late", "Sources that are late, silent or failing", s -> s.sources().sources());
        number("thang.trail.unsealed", "Entries of the trail in no block yet", s -> s.trail().waiting());
        seconds("thang.trail.unsealed.oldest", "How long an entry has waited for a block at most",
                s -> watched.waited(s, s.trail().oldest()));
        seconds("thang.trail.block", "Age of the last block", s -> watched.waited(s, s.trail().at()));
        seconds("thang.trail.anchor", "Age of the last anchor outside; 0 before the first",
                s -> s.trail().anchor() == null ? 0 : watched.waited(s, s.trail().anchor().at()));
        number("thang.trail.unanchored", "Blocks of the trail that the authority has still to stamp",
                s -> s.trail().behind());
        seconds("thang.trail.unanchored.oldest", "How long a block has waited for its stamp at most",
                s -> watched.waited(s, s.trail().unanchored()));
        Gauge.builder("thang.backup.timestamp", watched, known -> known.figure(
                s -> s.backup() == null ? 0 : s.backup().finishedAt().getEpochSecond())).baseUnit("seconds")
                .description("When the last backup ended well; 0 before the first").register(registry);
        bytes("thang.backup.size", "Size of the last backup", s -> s.backup() == null ? 0 : s.backup().bytes());
        Gauge.builder("thang.state.timestamp", watched,
                known -> known.figure(s -> s.at().getEpochSecond())).baseUnit("seconds")
                .description("When the state of the installation was read").register(registry);
    }

    private void number(String name, String what, ToDoubleFunction<OperationState> figure) {
        Gauge.builder(name, watched, known -> known.figure(figure)).description(what).register(registry);
    }

    private void state(String name, String what, String state, ToDoubleFunction<OperationState> figure) {
        Gauge.builder(name, watched, known -> known.figure(figure)).description(what).tag("state", state)
                .register(registry);
    }

    private void seconds(String name, String what, ToDoubleFunction<OperationState> figure) {
        Gauge.builder(name, watched, known -> known.figure(figure)).description(what).baseUnit("seconds")
                .register(registry);
    }

    private void bytes(String name, String what, ToDoubleFunction<OperationState> figure) {
        Gauge.builder(name, watched, known -> known.figure(figure)).description(what).baseUnit("bytes")
                .register(registry);
    }

    /** Counts a request that was answered. */
    void answered(String kind, String outcome, Duration time) {
        Timer.builder("thang.requests").description("Requests that were answered").tag("kind", kind)
                .tag("outcome", outcome).serviceLevelObjectives(LIMITS).register(registry).record(time);
    }

    void countSignIns(@Observes SecurityEvent event) {
        switch (event) {
            case SecurityEvent.SignedIn in -> signIn("accepted");
            case SecurityEvent.SignInFailed failed -> signIn("refused");
            case SecurityEvent.SessionWentOn elsewhere -> signIn("continued");
            case SecurityEvent.SignedOut out -> signIn("ended");
            case SecurityEvent.SessionsEnded others -> registry.counter("thang.sign.ins", "outcome", "ended")
                    .increment(others.many());
            case SecurityEvent.TokenMade made -> registry.counter("thang.tokens", "step", "made").increment();
            case SecurityEvent.TokenEnded ended -> registry.counter("thang.tokens", "step", "ended").increment();
            case SecurityEvent.TokenRefused refused -> registry.counter("thang.tokens", "step", "refused").increment();
            case SecurityEvent.UseRefused refused -> registry.counter("thang.refusals").increment();
            case SecurityEvent.PersonForgotten forgotten -> {
            }
        }
    }

    private void signIn(String outcome) {
        registry.counter("thang.sign.ins", "outcome", outcome).increment();
    }

    /** Counts what is committed. */
    void countSaves(@Observes(during = TransactionPhase.AFTER_SUCCESS) ScoringEvent.AnswersGiven given) {
        saves.increment(given.answers().size());
    }

    /** Answers everything as text, in the form that Prometheus reads. */
    String written() {
        watched.renew();
        return registry.scrape();
    }
}
