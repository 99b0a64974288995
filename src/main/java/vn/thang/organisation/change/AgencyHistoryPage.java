package vn.thang.organisation.change;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** What was done with an agency by which decision, on its page, and a move that is to come taken back. */
@Named
@RequestScoped
public class AgencyHistoryPage {

    @Inject
    private AgencyChanging changing;

    @Inject
    private AgencyDirectory directory;

    @Inject
    private Caller caller;

    @Inject
    private NoticePage notices;

    private String asked;
    private List<ChangeLine> lines = List.of();
    private Boolean changes;

    public List<ChangeLine> of(String agency) {
        if (!agency.equals(asked)) {
            asked = agency;
            lines = changing.of(agency);
        }
        return lines;
    }

    /** Whether the person may change agencies. */
    public boolean isChanging() {
        if (changes == null) {
            changes = caller.may("ADMINISTER") && caller.can(Permission.ADMINISTER, directory.rootPath());
        }
        return changes;
    }

    public String drop(String agency, long id) {
        if (!notices.attempt(() -> changing.drop(agency, id))) {
            return null;
        }
        notices.say("organisation.change.dropped");
        return "/organisation/agency?faces-redirect=true&code=" + agency;
    }
}
