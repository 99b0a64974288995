package vn.thang.organisation.people.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.organisation.agency.directory.AgencyUnitsPage;
import vn.thang.organisation.agency.directory.DirectoryLine;
import vn.thang.platform.web.NoticePage;
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

    @Inject
    private AgencyUnitsPage units;

    private AgencyDetail detail;
    private List<PersonLine> people = List.of();

    public void load() {
        if (detail != null) {
            return;
        }
        detail = notices.found(() -> directory.get(units.getAsked().get("code")));
        if (detail != null && isAdministered()) {
            people = administration.listAt(detail.agency().code());
        }
    }

    public boolean isAdministered() {
        return caller.can(Permission.ADMINISTER, getDetail().path());
    }

    /** Whether the person makes the report of this agency. */
    public boolean isExporting() {
        return caller.can(Permission.EXPORT, getDetail().path());
    }

    public LocalDate getToday() {
        return LocalDate.now(clock);
    }

    /** The agency that the list of the page is about. */
    public AgencyDetail getDetail() {
        if (detail == null) {
            load();
        }
        return detail;
    }

    public DirectoryLine getAgency() {
        return getDetail().agency();
    }

    public List<PersonLine> getPeople() {
        return people;
    }
}
