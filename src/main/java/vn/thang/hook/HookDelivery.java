package vn.thang.hook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.thang.indicator.fetching.ConnectorConfiguration;
import vn.thang.indicator.fetching.RemoteDocument;
import vn.thang.platform.Sealing;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;

/**
 * Sends every minute what is to be told. Each call is signed over its time and its body; what an address does not take is tried
 * again ever later, and given up after the last time. An address is looked up anew each time, so that one that leads into the
 * own network by now is refused.
 */
@ApplicationScoped
class HookDelivery implements RecurringWork {

    static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1),
            Duration.ofHours(6), Duration.ofHours(24));
    private static final int MOST = 100;
    private static final String HMAC = "HmacSHA256";

    @Inject
    private Webhooks webhooks;

    @Inject
    private HookFollowing following;

    @Inject
    private ConnectorConfiguration configuration;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(Duration.ofMinutes(1));
    }

    @Override
    public void run(Progress progress) {
        following.deadlines();
        deliver(clock.instant());
    }

    void deliver(Instant now) {
        RemoteDocument documents = configuration.hastyDocuments();
        webhooks.due(now, MOST).forEach(call -> deliver(documents, call, now));
    }

    private void deliver(RemoteDocument documents, Call call, Instant now) {
        Instant next = call.attempts() < PAUSES.size() ? now.plus(PAUSES.get(call.attempts())) : null;
        try {
            int answer = documents.post(URI.create(call.address()), headers(call, now),
                    call.body().getBytes(StandardCharsets.UTF_8));
            boolean taken = answer / 100 == 2;
            webhooks.tried(call.id(), answer, taken ? null : "status", taken ? now : null, taken ? null : next);
        } catch (RemoteDocument.Failed failed) {
            webhooks.tried(call.id(), null, failed.reason(), null, next);
        } catch (GeneralSecurityException e) {
            webhooks.tried(call.id(), null, "credential", null, null);
        }
    }

    private Map<String, String> headers(Call call, Instant now) throws GeneralSecurityException {
        Sealing sealing = configuration.sealing().orElseThrow(() -> new GeneralSecurityException("no key"));
        String secret = sealing.open(webhooks.secret(call.webhook()), WebhookAdministration.BINDING);
        long time = now.getEpochSecond();
        return Map.of("Content-Type", "application/json", "Thang-Event", call.topic().name().toLowerCase(Locale.ROOT),
                "Thang-Delivery", String.valueOf(call.id()), "Thang-Signature",
                "t=" + time + ",v1=" + signature(secret, time, call.body()));
    }

    /** Whoever has the key computes the same over time, point and body. */
    static String signature(String secret, long time, String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
        return HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
    }
}
