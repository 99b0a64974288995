package vn.thang.notice.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How mail is sent here; not at all while neither a host nor a folder is set. */
@ApplicationScoped
class MailConfiguration {

    @Inject
    @ConfigProperty(name = "thang.mail.host")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "thang.mail.folder")
    private Optional<String> folder;

    @Inject
    @ConfigProperty(name = "thang.mail.port", defaultValue = "587")
    private int port;

    @Inject
    @ConfigProperty(name = "thang.mail.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "thang.mail.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "thang.mail.from", defaultValue = "thang@localhost")
    private String from;

    @Inject
    @ConfigProperty(name = "thang.mail.starttls", defaultValue = "true")
    private boolean startTls;

    @Inject
    @ConfigProperty(name = "thang.mail.per.minute", defaultValue = "60")
    private int perMinute;

    @Inject
    @ConfigProperty(name = "thang.mail.hour", defaultValue = "7")
    private int hour;

    @Inject
    @ConfigProperty(name = "thang.address", defaultValue = "http://localhost:8080")
    private String address;

    Optional<MailServer> server() {
        return host.filter(name -> !name.isBlank())
                .map(name -> new MailServer(name, port, user.filter(one -> !one.isBlank()).orElse(null),
                        password.orElse(null), from, startTls))
                .or(() -> folder.filter(name -> !name.isBlank()).map(name -> MailServer.into(name, from)));
    }

    int perMinute() {
        return perMinute;
    }

    /** From when on in the day the digest is sent. */
    int hour() {
        return hour;
    }

    /** The address of the application, without a slash at its end. */
    String address() {
        return address.replaceAll("/+$", "");
    }

    /** What stands behind the @ of a Message-ID. */
    String domain() {
        String name = URI.create(address()).getHost();
        return name == null ? "localhost" : name;
    }
}
