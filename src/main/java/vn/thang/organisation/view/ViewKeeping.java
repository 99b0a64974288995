package vn.thang.organisation.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Keeps views of lists under names; everybody has their own and sees no others. */
@ApplicationScoped
@Transactional
@Requires({Permission.VIEW, Permission.CONTRIBUTE})
public class ViewKeeping {

    static final int MOST = 20;
    static final int LONGEST_NAME = 60;
    private static final int LONGEST_PAGE = 100;
    private static final int LONGEST_QUERY = 1000;

    @Inject
    private KeptViews views;

    @Inject
    private Caller caller;

    /** The views of a list, by name. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public List<KeptView> list(String page) {
        return views.list(caller.personId(), page);
    }

    /**
     * Keeps a view; one of the same name is replaced.
     *
     * @param page  path of the page with the list
     * @param query what stands behind the question mark of its address
     */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public void keep(String page, String name, String query) {
        String given = GivenText.required(name, LONGEST_NAME, "view.name-missing");
        if (page.length() > LONGEST_PAGE || query.length() > LONGEST_QUERY) {
            throw new BusinessException("view.too-long");
        }
        List<KeptView> kept = list(page);
        if (kept.size() >= MOST && kept.stream().noneMatch(view -> view.name().equalsIgnoreCase(given))) {
            throw new BusinessException("view.too-many", MOST);
        }
        views.keep(caller.personId(), page, given, query);
    }

    /** Forgets a view; that of somebody else stays. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public void forget(long id) {
        views.remove(caller.personId(), id);
    }
}
