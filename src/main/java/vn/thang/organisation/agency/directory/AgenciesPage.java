package vn.thang.organisation.agency.directory;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.organisation.agency.kind.AgencyKind;
import vn.thang.platform.GivenText;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;

/** The directory of agencies on a day: searched, filtered, ordered. */
@Named
@ViewScoped
public class AgenciesPage extends ListPage<DirectoryLine, AgencyOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private AgencyDirectory directory;

    private transient List<AgencyKind> kinds;

    @Inject
    private Clock clock;

    @Override
    protected List<String> filters() {
        return List.of("q", "type", "kind", "parent", "at", "officer");
    }

    @Override
    protected AgencyOrder[] orders() {
        return AgencyOrder.values();
    }

    @Override
    protected Slice<DirectoryLine> cut(Cut<AgencyOrder> cut) {
        return directory.list(DirectoryFilter.of(getAsked(), LocalDate.now(clock)), cut);
    }

    @Override
    protected Object key(DirectoryLine agency) {
        return agency.code();
    }

    public AgencyType[] getTypes() {
        return AgencyType.values();
    }

    public List<AgencyKind> getKinds() {
        if (kinds == null) {
            kinds = directory.kinds();
        }
        return kinds;
    }

    /** The day on which they exist: today, if the address says none or what is no day. */
    public LocalDate getAt() {
        return GivenText.day(getAsked().get("at"), LocalDate.now(clock));
    }

    /** Today is left out of the address, so that it stays today whenever the address is opened. */
    public void setAt(LocalDate at) {
        getAsked().put("at", at == null || at.equals(LocalDate.now(clock)) ? null : at.toString());
    }
}
