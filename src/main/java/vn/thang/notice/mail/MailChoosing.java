package vn.thang.notice.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** What people choose to get by mail, each for themselves; and for administrators how the mail goes. */
@ApplicationScoped
@Transactional
@Requires({Permission.VIEW, Permission.CONTRIBUTE})
public class MailChoosing {

    @Inject
    private MailChoices choices;

    @Inject
    private Outbox outbox;

    @Inject
    private MailConfiguration configuration;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    /** Where letters go. */
    public enum Way {
        NOWHERE,
        FOLDER,
        SERVER;

        private static Way of(MailServer server) {
            return server.folder() ? FOLDER : SERVER;
        }
    }

    /**
     * How the mail goes.
     *
     * @param server its name and port; null while nothing is sent
     */
    public record State(Way way, String server, long waiting, long failed) {
    }

    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public MailChoice mine() {
        return choices.find(caller.me()).orElse(MailChoice.USUAL);
    }

    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public void choose(MailChoice choice) {
        if (choice.how() == null) {
            throw new BusinessException("mail.how");
        }
        choices.store(caller.me(), choice);
    }

    /** Whether letters are sent at all, for whoever chooses. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public boolean isOn() {
        return configuration.server().isPresent();
    }

    @Requires(Permission.ADMINISTER)
    public State state() {
        caller.check(Permission.ADMINISTER, agencies.rootPath());
        Optional<MailServer> server = configuration.server();
        return new State(server.map(Way::of).orElse(Way.NOWHERE), server.map(MailServer::toString).orElse(null),
                outbox.count(Outbox.MailState.WAITING),
                outbox.count(Outbox.MailState.FAILED));
    }
}
