package vn.thang.work;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.Work;

/** All long work, for administrators: what recurs, what failed, and what people have started. */
@Named
@RequestScoped
public class JobsPage {

    @Inject
    private WorkAdministration administration;

    @Inject
    private NoticePage notices;

    @Inject
    @Param(name = "page")
    private Integer page;

    private List<LongWork.Recurring> recurring;
    private List<Work> failed;
    private Slice<Work> started;

    public boolean isFound() {
        if (recurring == null) {
            recurring = notices.found(administration::recurring);
        }
        return recurring != null;
    }

    public String again(long id) {
        return deed(() -> administration.again(id), "work.started-again");
    }

    public String now(String kind) {
        return deed(() -> administration.now(kind), "work.started-now");
    }

    private String deed(Runnable deed, String said) {
        if (!notices.attempt(deed)) {
            return null;
        }
        notices.say(said);
        return "/work/jobs?faces-redirect=true";
    }

    public List<LongWork.Recurring> getRecurring() {
        return isFound() ? recurring : List.of();
    }

    public List<Work> getFailed() {
        if (failed == null) {
            failed = administration.failed();
        }
        return failed;
    }

    public Slice<Work> getStarted() {
        if (started == null) {
            started = administration.started(page == null ? 1 : page);
        }
        return started;
    }
}
