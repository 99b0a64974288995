package vn.thang.organisation.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.organisation.people.granting.GroupRoles;

/**
 * The providers that {@code thang.openid.providers} names, each with its settings {@code thang.openid.NAME.*}. One that is set
 * up wrongly is left out, and the log says why: people get in by the others, and by the password.
 */
@ApplicationScoped
class OpenIdProviders {

    private static final Logger LOG = Logger.getLogger(OpenIdProviders.class.getName());
    private static final String NAME = "[a-z][a-z0-9]{0,19}";
    private static final int LONGEST_ISSUER = 255;

    @Inject
    @ConfigProperty(name = "thang.openid.providers")
    private Optional<String> names;

    @Inject
    private Config config;

    private List<OpenIdProvider> providers = List.of();

    @PostConstruct
    void read() {
        providers = read(names.orElse(null), key -> config.getOptionalValue(key, String.class).orElse(null));
    }

    /** Lists them in the order of the setting. */
    List<OpenIdProvider> list() {
        return providers;
    }

    Optional<OpenIdProvider> find(String name) {
        return providers.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    static List<OpenIdProvider> read(String names, UnaryOperator<String> setting) {
        List<OpenIdProvider> found = new ArrayList<>();
        for (String name : listed(names)) {
            try {
                found.add(one(name, key -> setting.apply("thang.openid." + name + "." + key)));
            } catch (IllegalArgumentException e) {
                LOG.log(Level.WARNING, "The provider of identities {0} is left out: {1}",
                        new Object[]{name, e.getMessage()});
            }
        }
        return List.copyOf(found);
    }

    private static OpenIdProvider one(String name, UnaryOperator<String> setting) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("its name is not made of at most twenty small letters and digits");
        }
        Path secret = Path.of(required(setting, "secret-file"));
        if (!Files.isReadable(secret)) {
            throw new IllegalArgumentException("secret-file cannot be read");
        }
        Map<String, String> labels = new HashMap<>();
        Stream.of("vi", "en", "de").forEach(language -> labels.put(language, required(setting, "label." + language)));
        return new OpenIdProvider(name, issuer(required(setting, "issuer")), required(setting, "client-id"), secret,
                Map.copyOf(labels), listed(setting.apply("scopes")), given(setting, "groups-claim").orElse("groups"),
                listed(setting.apply("roles")).stream().map(GroupRoles.Rule::of).toList());
    }

    /** What tells who somebody is goes over the network unread, except on this very machine. */
    private static URI issuer(String given) {
        URI issuer = URI.create(given);
        boolean here = "http".equals(issuer.getScheme()) && issuer.getHost() != null
                && issuer.getHost().matches("localhost|127\\.0\\.0\\.\\d+");
        if (!here && !"https".equals(issuer.getScheme()) || issuer.getHost() == null
                || given.length() > LONGEST_ISSUER) {
            throw new IllegalArgumentException("issuer is no address that begins with https://");
        }
        return issuer;
    }

    private static String required(UnaryOperator<String> setting, String key) {
        return given(setting, key).orElseThrow(() -> new IllegalArgumentException(key + " is not set"));
    }

    private static Optional<String> given(UnaryOperator<String> setting, String key) {
        return Optional.ofNullable(setting.apply(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static List<String> listed(String value) {
        return value == null ? List.of() : Stream.of(value.split(",")).map(String::strip)
                .filter(part -> !part.isEmpty()).toList();
    }
}
