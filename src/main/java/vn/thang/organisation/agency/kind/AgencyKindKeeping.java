package vn.thang.organisation.agency.kind;

import static vn.thang.security.Permission.ADMINISTER;
import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.AgencyEvent;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.Faults;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/** The kinds of agency: everybody reads them, national administrators add one when the law does. */
@ApplicationScoped
@Transactional
public class AgencyKindKeeping {

    private static final int LONGEST_NAME = 80;

    @Inject
    private AgencyKinds kinds;

    @Inject
    private Agencies agencies;

    @Inject
    private Caller caller;

    @Inject
    private Event<AgencyEvent> events;

    @Requires(VIEW)
    public List<AgencyKind> list() {
        return kinds.list();
    }

    @Requires(VIEW)
    public Optional<AgencyKind> of(String agency) {
        return kinds.of(agency);
    }

    /** Whether the caller may add kinds at all. */
    @Requires(ADMINISTER)
    public void open() {
        caller.check(ADMINISTER, agencies.rootPath());
    }

    /** Adds a kind; agencies whose name begins with its name and that have none become of it. */
    @Requires(ADMINISTER)
    public void add(String code, String type, String name, String nameEn, String nameDe) {
        open();
        Faults faults = new Faults();
        faults.require(code != null && code.matches("[a-z][a-z0-9-]{1,29}"), "code", "organisation.kind.code");
        faults.require(type != null && AgencyType.assessed().contains(type), "type", "organisation.kind.type");
        String named = faults.take("name", () -> GivenText.required(name, LONGEST_NAME, "organisation.kind.name"));
        String english = faults.take("nameEn",
                () -> GivenText.required(nameEn, LONGEST_NAME, "organisation.kind.name"));
        String german = faults.take("nameDe", () -> GivenText.required(nameDe, LONGEST_NAME, "organisation.kind.name"));
        faults.refuse();
        kinds.add(new AgencyKind(code, type, named, english, german, 0));
        kinds.settle();
        events.fire(new AgencyEvent.AgencyKindAdded(code, type));
    }
}
