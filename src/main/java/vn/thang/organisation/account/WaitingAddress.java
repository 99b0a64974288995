package vn.thang.organisation.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.thang.organisation.people.AccountEvent;

/** An address that waits for its confirmation is over when the password or the address becomes another one meanwhile. */
@ApplicationScoped
class WaitingAddress {

    @Inject
    private AddressConfirmations confirmations;

    void happened(@Observes AccountEvent event) {
        switch (event) {
            case AccountEvent.PasswordSet set -> confirmations.drop(set.person());
            case AccountEvent.PasswordChanged changed -> confirmations.drop(changed.person());
            case AccountEvent.AddressChanged changed -> confirmations.drop(changed.person());
            default -> {
                // nothing that an address depends on
            }
        }
    }
}
