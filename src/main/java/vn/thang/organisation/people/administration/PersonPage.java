package vn.thang.organisation.people.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import vn.thang.platform.web.NoticePage;

/** One person: data, password and roles. Keeps the version it showed, so that nobody's change is overwritten unseen. */
@Named
@ViewScoped
public class PersonPage extends PersonFields {

    private static final long serialVersionUID = 1L;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private AccountAccess access;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private long id;
    private int version = -1;
    private boolean active;
    private LocalDate from;
    private LocalDate lastDay;
    private transient PersonDetail detail;

    public PersonPage() {
        super(null, null);
    }

    public void load() {
        detail = notices.found(() -> administration.get(id));
        if (detail != null && version < 0) {
            version = detail.version();
            setFullName(detail.fullName());
            setEmail(detail.email());
            setLanguage(detail.language());
            active = detail.active();
            from = getToday();
            lastDay = getToday();
        }
    }

    public String save() {
        return deed("organisation.person.saved",
                () -> administration.describe(id, version, getFullName(), getEmail(), getLanguage(), active));
    }

    public String endSessions() {
        if (notices.attempt(() -> access.endSessions(id))) {
            notices.say("organisation.person.sessions-ended");
        }
        return null;
    }

    public String sendLink() {
        return deed("organisation.person.link-sent", () -> access.sendLink(id));
    }

    public String unlock() {
        return deed("organisation.person.unlocked", () -> access.unlock(id));
    }

    public String grant() {
        boolean[] given = new boolean[1];
        boolean done = notices.attempt(
                () -> given[0] = administration.grant(id, version, getRole(), getAgencyCode(), from));
        if (!done) {
            return null;
        }
        notices.say(given[0] ? "organisation.person.granted" : "organisation.role-proposed");
        return "/organisation/person?faces-redirect=true&id=" + id;
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

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
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
