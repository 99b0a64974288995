package vn.thang.hook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** An administrator decided which address is told of events. */
sealed interface HookEvent extends DomainEvent {

    /** An address at this host is told of these topics from now on; the rest of the address may be a secret. */
    record WebhookMade(long webhook, String host, Set<Topic> topics) implements HookEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("make-webhook", "webhook", webhook, null, host + " "
                    + topics.stream().sorted().map(Topic::name).collect(Collectors.joining(" "))));
        }
    }

    /** An address is told nothing any more. */
    record WebhookEnded(long webhook) implements HookEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("end-webhook", "webhook", webhook, null, null));
        }
    }
}
