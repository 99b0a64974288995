package vn.thang.organisation.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.platform.NoticePage;
import vn.thang.security.Role;

/** A new account with its first role. */
@Named
@RequestScoped
public class NewPersonPage {

    @Inject
    private PeopleAdministration administration;

    @Inject
    private NoticePage notices;

    private String username;
    private String fullName;
    private String email;
    private String language = "vi";
    private String agencyCode;
    private Role role = Role.OFFICER;

    public void load() {
        notices.found(administration::isEmpty);
    }

    /** A letter goes to the person; no password is seen here. */
    public String create() {
        String[] next = new String[1];
        notices.attempt(() -> {
            long id = administration.invite(new NewPerson(username, fullName, email, language, agencyCode, role));
            notices.say("organisation.person.invited");
            next[0] = "/organisation/person?faces-redirect=true&id=" + id;
        });
        return next[0];
    }

    public List<Role> getRoles() {
        return administration.roles();
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getAgencyCode() {
        return agencyCode;
    }

    public void setAgencyCode(String agencyCode) {
        this.agencyCode = agencyCode;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }
}
