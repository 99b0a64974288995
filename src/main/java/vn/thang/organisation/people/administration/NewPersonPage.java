package vn.thang.organisation.people.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.organisation.people.NewPerson;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Role;

/** A new account with its first role. */
@Named
@RequestScoped
public class NewPersonPage extends PersonFields {

    private static final long serialVersionUID = 1L;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private NoticePage notices;

    private String username;

    public NewPersonPage() {
        super("vi", Role.OFFICER);
    }

    public void load() {
        notices.found(administration::isEmpty);
    }

    /** A letter goes to the person; no password is seen here. */
    public String create() {
        long[] id = new long[1];
        if (!notices.attempt(() -> id[0] = administration.invite(new NewPerson(username, getFullName(), getEmail(),
                getLanguage(), getAgencyCode(), getRole())))) {
            return null;
        }
        notices.say("organisation.person.invited");
        return "/organisation/person?faces-redirect=true&id=" + id[0];
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }
}
