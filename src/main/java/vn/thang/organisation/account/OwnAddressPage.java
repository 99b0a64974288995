package vn.thang.organisation.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.organisation.people.AddressChange;
import vn.thang.organisation.people.OwnPassword;
import vn.thang.platform.web.NoticePage;

/** The address to which letters of the own account go, on its page. */
@Named
@RequestScoped
public class OwnAddressPage {

    @Inject
    private OwnAddress own;

    @Inject
    private OwnPassword password;

    @Inject
    private NoticePage notices;

    private String address;
    private String present;

    /** What an administrator wrote down; null for nothing. */
    public AddressChange getAsked() {
        return own.asked().orElse(null);
    }

    /** What the person gave and has not confirmed from there; null for nothing. */
    public String getUnconfirmed() {
        return own.unconfirmed().orElse(null);
    }

    public boolean isPasswordAsked() {
        return password.isAsked();
    }

    public String change() {
        return deed("organisation.address.letter", () -> own.change(present, address));
    }

    public String agree(String wanted) {
        return deed("organisation.address.agreed", () -> own.agree(wanted));
    }

    public String keep() {
        return deed("organisation.address.kept", own::keep);
    }

    private String deed(String said, Runnable deed) {
        if (!notices.attempt(deed)) {
            return null;
        }
        notices.say(said);
        return "/organisation/account?faces-redirect=true";
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }
}
