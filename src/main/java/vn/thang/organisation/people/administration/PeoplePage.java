package vn.thang.organisation.people.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Role;

/** The people whom the administrator administers. */
@Named
@ViewScoped
public class PeoplePage extends ListPage<PersonLine, PeopleOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private PeopleAdministration administration;

    @Inject
    private AccountAccess access;

    @Inject
    private NoticePage notices;

    @Override
    protected List<String> filters() {
        return List.of("q", "role", "type", "agency");
    }

    @Override
    protected PeopleOrder[] orders() {
        return PeopleOrder.values();
    }

    @Override
    protected Slice<PersonLine> cut(Cut<PeopleOrder> cut) {
        return administration.list(PeopleFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(PersonLine person) {
        return person.id();
    }

    /** Invites the chosen people: a letter brings each a new link for the password. */
    public void invite() {
        int chosen = getSelected().size();
        if (notices.attempt(() -> access
                .sendLinks(getSelected().stream().map(PersonLine::id).collect(Collectors.toSet())))) {
            notices.say("organisation.people.invited", chosen);
            getSelected().clear();
        }
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public AgencyType[] getTypes() {
        return AgencyType.values();
    }
}
