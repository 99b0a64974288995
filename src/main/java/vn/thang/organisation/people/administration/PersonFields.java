package vn.thang.organisation.people.administration;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import vn.thang.security.Role;

/** What pages write of a person, new or known: name, address, language, and a role at an agency. */
public abstract class PersonFields implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PeopleAdministration administration;

    private String fullName;
    private String email;
    private String language;
    private String agencyCode;
    private Role role;

    PersonFields(String language, Role role) {
        this.language = language;
        this.role = role;
    }

    public List<Role> getRoles() {
        return administration.roles();
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
