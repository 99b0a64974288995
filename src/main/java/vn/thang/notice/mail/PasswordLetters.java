package vn.thang.notice.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.thang.organisation.people.AccountEvent;

/**
 * Lets the letters wait by which people set their passwords, and learn what was done to their account; they are no notices, and
 * nobody can choose not to get them.
 */
@ApplicationScoped
class PasswordLetters {

    private static final long NOBODY = -1;

    @Inject
    private Outbox outbox;

    @Inject
    private MailConfiguration configuration;

    @Inject
    private Clock clock;

    void sent(@Observes AccountEvent.PasswordLinkSent event) {
        add(event.person());
    }

    void forgotten(@Observes AccountEvent.PasswordForgotten event) {
        add(event.person() == null ? NOBODY : event.person()); // the same statement takes the same time
    }

    void setUp(@Observes AccountEvent.FactorSetUp event) {
        tell(event.person(), Outbox.About.FACTOR_SET_UP, null);
    }

    void removed(@Observes AccountEvent.FactorRemoved event) {
        tell(event.person(), Outbox.About.FACTOR_REMOVED, null);
    }

    void reset(@Observes AccountEvent.FactorReset event) {
        tell(event.person(), Outbox.About.FACTOR_RESET, null);
    }

    void connected(@Observes AccountEvent.IdentityConnected event) {
        tell(event.person(), Outbox.About.IDENTITY_CONNECTED, null);
    }

    void passkeyAdded(@Observes AccountEvent.PasskeyAdded event) {
        tell(event.person(), Outbox.About.PASSKEY_ADDED, null);
    }

    void passkeyRemoved(@Observes AccountEvent.PasskeyRemoved event) {
        tell(event.person(), Outbox.About.PASSKEY_REMOVED, null);
    }

    void disconnected(@Observes AccountEvent.IdentityRemoved event) {
        tell(event.person(), Outbox.About.IDENTITY_REMOVED, null);
    }

    void changed(@Observes AccountEvent.PasswordChanged event) {
        tell(event.person(), Outbox.About.PASSWORD_CHANGED, null);
    }

    void asked(@Observes AccountEvent.AddressAsked event) {
        tell(event.person(), Outbox.About.ADDRESS_ASKED, null);
    }

    void given(@Observes AccountEvent.AddressToConfirm event) {
        tell(event.person(), Outbox.About.ADDRESS_GIVEN, event.wanted());
    }

    /** The address before is told, since it is the one that somebody may have been robbed of. */
    void moved(@Observes AccountEvent.AddressChanged event) {
        if (event.before() != null) {
            tell(event.person(), Outbox.About.ADDRESS_CHANGED, event.before());
        }
    }

    private void tell(long person, Outbox.About about, String address) {
        outbox.addAbout(person, about, address, clock.instant(), configuration.domain());
    }

    private void add(long person) {
        outbox.addPasswordLink(person, clock.instant(), configuration.domain());
    }
}
