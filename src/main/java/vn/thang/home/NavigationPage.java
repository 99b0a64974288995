package vn.thang.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.security.Caller;

/** The navigation of the person on every page. */
@Named
@RequestScoped
public class NavigationPage {

    @Inject
    private Caller caller;

    @Inject
    private FacesContext faces;

    private List<Navigation.Task> tasks;

    public List<Navigation.Task> getTasks() {
        if (tasks == null) {
            tasks = Navigation.of(permission -> caller.may(permission.name())).tasks();
        }
        return tasks;
    }

    /** For the attribute aria-current. */
    public String at(Navigation.Entry entry) {
        return entry.path().equals(faces.getViewRoot().getViewId()) ? "page" : null;
    }

    /** The class of a task that is folded, which says whether the page shown is one of its own. */
    public String look(Navigation.Task task) {
        return task.holds(faces.getViewRoot().getViewId()) ? "menu here" : "menu";
    }
}
