package vn.thang.organisation.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.platform.web.NoticePage;

/** The views of the list on the present page that the person keeps. */
@Named
@RequestScoped
public class KeptViewsPage {

    @Inject
    private ViewKeeping keeping;

    @Inject
    private NoticePage notices;

    @Inject
    private FacesContext faces;

    private String name;
    private List<KeptView> views;

    public List<KeptView> getViews() {
        if (views == null) {
            views = keeping.list(page());
        }
        return views;
    }

    public void keep(String query) {
        if (notices.attempt(() -> keeping.keep(page(), name, query))) {
            name = null;
        }
        views = null;
    }

    public void forget(long id) {
        notices.attempt(() -> keeping.forget(id));
        views = null;
    }

    private String page() {
        return faces.getViewRoot().getViewId();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
