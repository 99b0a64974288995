package vn.thang.organisation.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.organisation.agency.AgencyDetail;
import vn.thang.organisation.agency.AgencyDirectory;
import vn.thang.organisation.agency.AgencyLine;
import vn.thang.platform.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** One agency: where it stands, what it came from, and for administrators who works there. */
@Named
@RequestScoped
public class AgencyPage {

    @Inject
    private AgencyDirectory directory;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private NoticePage notices;

    private String code;
    private AgencyDetail detail;
    private List<PersonLine> people = List.of();

    public void load() {
        detail = notices.found(() -> directory.get(code));
        if (detail != null && isAdministered()) {
            people = administration.listAt(detail.agency().code());
        }
    }

    public boolean isAdministered() {
        return caller.can(Permission.ADMINISTER, detail.path());
    }

    public LocalDate getToday() {
        return LocalDate.now(clock);
    }

    public AgencyDetail getDetail() {
        return detail;
    }

    public AgencyLine getAgency() {
        return detail.agency();
    }

    public List<PersonLine> getPeople() {
        return people;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
