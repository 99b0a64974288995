package vn.thang.organisation.people;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.NoticePage;
import vn.thang.security.Role;

/** One person: data, password and roles. Keeps the version it showed, so that nobody's change is overwritten unseen. */
@Named
@ViewScoped
public class PersonPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private long id;
    private int version = -1;
    private String fullName;
    private String email;
    private String language;
    private boolean active;
    private Role role;
    private String agencyCode;
    private LocalDate from;
    private LocalDate lastDay;
    private transient PersonDetail detail;

    public void load() {
        detail = notices.found(() -> administration.get(id));
        if (detail != null && version < 0) {
            version = detail.version();
            fullName = detail.fullName();
            email = detail.email();
            language = detail.language();
            active = detail.active();
            from = getToday();
            lastDay = getToday();
        }
    }

    public String save() {
        return deed("organisation.person.saved",
                () -> administration.describe(id, version, fullName, email, language, active));
    }

    public String sendLink() {
        return deed("organisation.person.link-sent", () -> administration.sendLink(id));
    }

    public String unlock() {
        return deed("organisation.person.unlocked", () -> administration.unlock(id));
    }

    public String grant() {
        return deed("organisation.person.granted", () -> administration.grant(id, version, role, agencyCode, from));
    }

    public String end(long membership) {
        return deed("organisation.person.ended", () -> administration.end(id, version, membership, lastDay));
    }

    private String deed(String said, Runnable deed) {
        if (!notices.attempt(deed)) {
            return null;
        }
        notices.say(said);
        return "/organisation/person?faces-redirect=true&id=" + id;
    }

    public LocalDate getToday() {
        return LocalDate.now(clock);
    }

    public PersonDetail getDetail() {
        if (detail == null) {
            load();
        }
        return detail;
    }

    public List<Role> getRoles() {
        return administration.roles();
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
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

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public String getAgencyCode() {
        return agencyCode;
    }

    public void setAgencyCode(String agencyCode) {
        this.agencyCode = agencyCode;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(LocalDate lastDay) {
        this.lastDay = lastDay;
    }
}
