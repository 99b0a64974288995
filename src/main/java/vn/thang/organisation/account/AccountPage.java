package vn.thang.organisation.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.organisation.people.administration.PersonDetail;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.session.SignedInSession;

/** The own account. */
@Named
@RequestScoped
public class AccountPage {

    @Inject
    private Account account;

    @Inject
    private Language shown;

    @Inject
    private NoticePage notices;

    @Inject
    private SignedInSession session;

    private PersonDetail person;
    private String language;
    private String present;
    private String wanted;
    private String repeated;

    public void load() {
        person = notices.found(account::get);
        if (person != null && language == null) {
            language = person.language();
        }
    }

    public String changeLanguage() {
        if (!notices.attempt(() -> account.changeLanguage(language))) {
            return null;
        }
        shown.setCode(language);
        notices.say("organisation.account.language-set");
        return "/organisation/account?faces-redirect=true";
    }

    public String changePassword() {
        if (!notices.attempt(() -> session.goOn(account.changePassword(present, wanted, repeated)))) {
            return null;
        }
        notices.say("organisation.account.password-set");
        return "/organisation/account?faces-redirect=true";
    }

    public PersonDetail getPerson() {
        return person;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getPresent() {
        return present;
    }

    public void setPresent(String present) {
        this.present = present;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getRepeated() {
        return repeated;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }
}
