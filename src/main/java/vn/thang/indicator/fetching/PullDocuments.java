package vn.thang.indicator.fetching;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The documents of one run: asked for with the credential where it belongs, again where that may help, and remembered as they
 * came. A server that repeats the credential gets it blackened before anybody reads its answer.
 */
public final class PullDocuments implements Fetching {

    private static final String BLACKENED = "********";

    private final PullAttempts attempts;
    private final Fetching documents;
    private final Secret secret;
    private final Clock clock;
    private final Instant end;
    private final List<Answer> answers = new ArrayList<>();
    private int requests;

    /** Goes to its origin and nowhere else. */
    public record Credential(String origin, String header, String value) {

        @Override
        public String toString() {
            return header + " for " + origin;
        }
    }

    /** Gives the credential, if there is one and it can be opened. */
    public interface Secret {

        Secret NONE = Optional::empty;

        Optional<Credential> open() throws RemoteDocument.Failed;
    }

    /** What came from an address. */
    public record Answer(URI address, RemoteDocument.Fetched fetched) {
    }

    /** @param end when nothing more is asked */
    public PullDocuments(PullAttempts attempts, Fetching documents, Secret secret, Clock clock, Instant end) {
        this.attempts = attempts;
        this.documents = documents;
        this.secret = secret;
        this.clock = clock;
        this.end = end;
    }

    @Override
    public RemoteDocument.Fetched fetch(URI address, Map<String, String> headers) throws RemoteDocument.Failed {
        if (!clock.instant().isBefore(end)) {
            throw new RemoteDocument.Failed("too-long");
        }
        Optional<Credential> credential = secret.open();
        Map<String, String> all = new HashMap<>(headers);
        credential.filter(one -> one.origin().equals(Fetching.origin(address)))
                .ifPresent(one -> all.put(one.header(), one.value()));
        try {
            RemoteDocument.Fetched fetched = blackened(credential, attempts.fetch((uri, sent) -> {
                requests++;
                return documents.fetch(uri, sent);
            }, address, all));
            answers.add(new Answer(address, fetched));
            return fetched;
        } catch (TimeoutException e) {
            throw new RemoteDocument.Failed("timeout", 120);
        }
    }

    private static RemoteDocument.Fetched blackened(Optional<Credential> credential, RemoteDocument.Fetched fetched) {
        if (credential.isEmpty()) {
            return fetched;
        }
        // bytes as characters and back: nothing but the secret is changed, whatever the encoding
        String content = new String(fetched.content(), StandardCharsets.ISO_8859_1);
        String whole = new String(credential.get().value().getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1);
        String bare = whole.substring(whole.lastIndexOf(' ') + 1);
        return !content.contains(bare) ? fetched
                : new RemoteDocument.Fetched(content.replace(bare, BLACKENED).getBytes(StandardCharsets.ISO_8859_1),
                        fetched.mediaType(), fetched.address(), fetched.next());
    }

    public List<Answer> answers() {
        return answers;
    }

    /** How often a server was asked, attempts that failed included. */
    public int requests() {
        return requests;
    }
}
