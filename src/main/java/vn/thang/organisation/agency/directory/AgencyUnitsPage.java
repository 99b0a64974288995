package vn.thang.organisation.agency.directory;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;

/** The agencies directly below one, those that are no more included, on its page. */
@Named
@ViewScoped
public class AgencyUnitsPage extends ListPage<DirectoryLine, AgencyOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private AgencyDirectory directory;

    private boolean any;

    @Override
    protected List<String> filters() {
        return List.of("code", "q", "type");
    }

    /** All stand below the same agency, so that the list has no column for it. */
    @Override
    protected AgencyOrder[] orders() {
        return Stream.of(AgencyOrder.values()).filter(order -> order != AgencyOrder.PARENT)
                .toArray(AgencyOrder[]::new);
    }

    @Override
    protected Slice<DirectoryLine> cut(Cut<AgencyOrder> cut) {
        DirectoryFilter filter = DirectoryFilter.below(getAsked());
        Slice<DirectoryLine> slice = directory.list(filter, cut);
        any = any || slice.total() > 0 || filter.words() != null || filter.type() != null;
        return slice;
    }

    @Override
    protected Object key(DirectoryLine agency) {
        return agency.code();
    }

    /** Whether there are any, or a filter that hides them. */
    public boolean isAny() {
        return any;
    }

    public AgencyType[] getTypes() {
        return AgencyType.values();
    }
}
