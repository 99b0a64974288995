package vn.thang.organisation.people.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.organisation.people.AddressChange;
import vn.thang.platform.web.NoticePage;

/** The new address of a person that waits for a second administrator, on the page of the person. */
@Named
@RequestScoped
public class AddressAgreementPage {

    @Inject
    private AddressAgreement agreement;

    @Inject
    private NoticePage notices;

    /** What waits; null for nothing. */
    public AddressChange of(long person) {
        return notices.found(() -> agreement.find(person).orElse(null));
    }

    public boolean isMine(long person) {
        return agreement.isMine(person);
    }

    /** @param shown the address that stood on the page */
    public String agree(long person, String shown) {
        return deed(person, "organisation.address.agreed", () -> agreement.agree(person, shown));
    }

    public String drop(long person) {
        return deed(person, "organisation.address.kept", () -> agreement.drop(person));
    }

    private String deed(long person, String said, Runnable deed) {
        if (!notices.attempt(deed)) {
            return null;
        }
        notices.say(said);
        return "/organisation/person?faces-redirect=true&id=" + person;
    }
}
