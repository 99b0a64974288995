package vn.thang.indicator.connector;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.thang.indicator.fetching.ConnectorConfiguration;
import vn.thang.indicator.fetching.Fetching;
import vn.thang.indicator.fetching.PullRun;
import vn.thang.indicator.fetching.Schedule;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Sealing;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.work.LongWork;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/** What administrators do with connectors: describe them, keep their credentials, run them, look at their runs. A national matter. */
@ApplicationScoped
@Transactional
@Requires(ADMINISTER)
public class ConnectorAdministration {

    private static final int MOST_RUNS = 50;

    @Inject
    private Connectors connectors;

    @Inject
    private ConnectorRuns runs;

    @Inject
    private ConnectorLines lines;

    @Inject
    private ConnectorRules rules;

    @Inject
    private ConnectorConfiguration configuration;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<ConnectorEvent> events;

    @Inject
    private LongWork works;

    /** A connector as it stands, without its credential. */
    public record Described(ConnectorForm form, int version, boolean secret, int failures, boolean open, Instant nextAt,
            boolean running) {
    }

    /** Refuses whoever may describe none. */
    @Requires(ADMINISTER)
    public boolean mayCreate() {
        check();
        return true;
    }

    @Requires(ADMINISTER)
    public Slice<ConnectorLine> list(ConnectorFilter filter, Cut<ConnectorOrder> cut) {
        check();
        return lines.list(filter, cut, clock.instant());
    }

    @Requires(ADMINISTER)
    public Described get(String code) {
        check();
        Connector connector = connectors.get(code);
        ConnectorRuns.State state = runs.state(connector.id());
        Instant now = clock.instant();
        return new Described(connector.form(), connector.version(), connector.hasSecret(), state.failures(),
                Schedule.isOpen(state.failures()),
                state.nextAt(), state.busyUntil() != null && state.busyUntil().isAfter(now));
    }

    @Requires(ADMINISTER)
    public void create(ConnectorForm form) {
        check();
        rules.check(form);
        if (connectors.find(form.code()).isPresent()) {
            throw new BusinessException("connector.known", form.code());
        }
        Connector connector = new Connector(form.code());
        connector.describe(form);
        connectors.add(connector);
        seal(connector, form);
        planned(connector);
        events.fire(new ConnectorEvent.ConnectorCreated(connector.id(), connector.form(), connector.hasSecret()));
    }

    /** @throws BusinessException when a credential would go to another host than it was given for: it must be given again */
    @Requires(ADMINISTER)
    public void change(int version, ConnectorForm form) {
        check();
        rules.check(form);
        Connector connector = connectors.get(form.code());
        if (connector.version() != version) {
            throw new BusinessException.Conflict("connector.changed");
        }
        if (form.secret() == null && connector.hasSecret()
                && !connector.originOfSecret().equals(Fetching.origin(URI.create(form.address())))) {
            throw new BusinessException("connector.secret-elsewhere", connector.originOfSecret());
        }
        connector.describe(form);
        seal(connector, form);
        planned(connector);
        events.fire(new ConnectorEvent.ConnectorChanged(connector.id(), connector.form(), connector.hasSecret()));
    }

    @Requires(ADMINISTER)
    public void forgetSecret(String code) {
        check();
        Connector connector = connectors.get(code);
        connector.forgetSecret();
        connectors.flush();
        events.fire(new ConnectorEvent.CredentialForgotten(connector.id(), code));
    }

    /** Begins a run that goes on by itself. */
    @Requires(ADMINISTER)
    public void run(String code) {
        check();
        Described described = get(code);
        if (described.running()) {
            throw new BusinessException("connector.running");
        }
        long id = connectors.get(code).id();
        events.fire(new ConnectorEvent.RunAsked(id, code));
        works.start(new PullWork.Asked(id, code, true), caller.behalf());
    }

    /** Begins a run of all of these, or of none when one of them runs already. */
    @Requires(ADMINISTER)
    public void run(Set<String> codes) {
        if (codes.isEmpty()) {
            throw new BusinessException("list.none-chosen");
        }
        new TreeSet<>(codes).forEach(this::run);
    }

    @Requires(ADMINISTER)
    public List<PullRun> runs(String code) {
        check();
        return runs.list(connectors.get(code).id(), MOST_RUNS);
    }

    /** What came in a run, as it came, for the person who mends a connector. */
    @Requires(ADMINISTER)
    public RawAnswers answers(long run) {
        check();
        String code = runs.connectorOf(run).orElseThrow(() -> new BusinessException.NotFound("connector.unknown", run));
        List<ConnectorRuns.Answer> kept = runs.answers(run).stream().filter(answer -> answer.content() != null)
                .toList();
        if (kept.isEmpty()) {
            throw new BusinessException.NotFound("connector.no-answer");
        }
        return new RawAnswers(code + "-" + run + ".zip", kept);
    }

    private void seal(Connector connector, ConnectorForm form) {
        if (form.secret() != null) {
            Sealing sealing = configuration.sealing().orElseThrow(() -> new BusinessException("connector.no-key"));
            connector.seal(form.header(), sealing.seal(form.secret(),
                    Connector.binding(form.code(), Fetching.origin(URI.create(form.address())))));
        }
    }

    private void planned(Connector connector) {
        connectors.flush();
        runs.plan(connector.id(), connector.schedule().after(clock.instant()));
    }

    private void check() {
        caller.check(ADMINISTER, agencies.rootPath());
    }
}
