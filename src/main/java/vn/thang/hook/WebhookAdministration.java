package vn.thang.hook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import vn.thang.indicator.fetching.ConnectorConfiguration;
import vn.thang.indicator.fetching.RemoteDocument;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.Unguessable;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Which addresses are told of events, and what they were told: a matter of the administrators of the country. */
@ApplicationScoped
@Transactional
@Requires(Permission.ADMINISTER)
public class WebhookAdministration {

    static final String BINDING = "webhook";
    private static final int LONGEST = 500;
    private static final int SECRET_BYTES = 32;

    @Inject
    private Webhooks webhooks;

    @Inject
    private ConnectorConfiguration configuration;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<HookEvent> events;

    /** Lists the addresses, those first that are told. */
    @Requires(Permission.ADMINISTER)
    public List<Webhook> list() {
        checkNational();
        return webhooks.list();
    }

    /** Lists what the addresses were told, and what came of it. */
    @Requires(Permission.ADMINISTER)
    public Slice<Call> calls(CallFilter filter, Cut<CallOrder> cut) {
        checkNational();
        return webhooks.calls(filter, cut);
    }

    /** Has an address told, and returns the key of its signatures, which happens this once. */
    @Requires(Permission.ADMINISTER)
    public String make(String address, Set<Topic> topics) {
        checkNational();
        Faults faults = new Faults();
        faults.check("address", () -> check(address));
        faults.require(!topics.isEmpty(), "topics", "hook.topics");
        faults.refuse();
        String secret = Unguessable.text(SECRET_BYTES);
        byte[] sealed = configuration.sealing().orElseThrow(() -> new BusinessException("connector.no-key"))
                .seal(secret, BINDING);
        long id = webhooks.add(address.strip(), topics, sealed, caller.personId(), clock.instant());
        events.fire(new HookEvent.WebhookMade(id, URI.create(address.strip()).getHost(), topics));
        return secret;
    }

    /** By the rule that connectors have: a public host, by HTTP, without a name in it. */
    private void check(String address) {
        if (address == null || address.isBlank() || address.length() > LONGEST) {
            throw new BusinessException("hook.address");
        }
        try {
            configuration.documents().guard(new URI(address.strip()));
        } catch (URISyntaxException e) {
            throw new BusinessException("hook.address");
        } catch (RemoteDocument.Failed failed) {
            throw new BusinessException("connector." + failed.reason(), failed.details());
        }
    }

    @Requires(Permission.ADMINISTER)
    public void end(long id) {
        checkNational();
        if (!webhooks.end(id, clock.instant())) {
            throw new BusinessException.NotFound("hook.unknown");
        }
        events.fire(new HookEvent.WebhookEnded(id));
    }

    /** Tries calls again that were given up: all of them, or none where one is not to be tried. */
    @Requires(Permission.ADMINISTER)
    public void again(Set<Long> calls) {
        checkNational();
        if (calls.isEmpty()) {
            throw new BusinessException("list.none-chosen");
        }
        if (webhooks.again(calls, clock.instant()) < calls.size()) {
            throw new BusinessException.Conflict("hook.not-again");
        }
    }

    private void checkNational() {
        caller.check(Permission.ADMINISTER, agencies.rootPath());
    }
}
