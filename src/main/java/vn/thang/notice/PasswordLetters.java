package vn.thang.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.thang.organisation.agency.OrganisationEvent;

/** Lets the letters wait by which people set their passwords; they are no notices, and nobody can choose not to get them. */
@ApplicationScoped
class PasswordLetters {

    @Inject
    private Outbox outbox;

    @Inject
    private MailConfiguration configuration;

    @Inject
    private Clock clock;

    void sent(@Observes OrganisationEvent.PasswordLinkSent event) {
        add(event.person());
    }

    void forgotten(@Observes OrganisationEvent.PasswordForgotten event) {
        if (event.person() != null) {
            add(event.person());
        }
    }

    private void add(long person) {
        outbox.addPasswordLink(person, clock.instant(), configuration.domain());
    }
}
