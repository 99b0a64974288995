package vn.thang.organisation.people.granting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.platform.web.NoticePage;

/** Roles that wait for a second administrator. */
@Named
@RequestScoped
public class RoleAgreementPage {

    @Inject
    private RoleAgreement agreement;

    @Inject
    private NoticePage notices;

    private List<RoleProposal> list;

    public boolean isFound() {
        return getList() != null;
    }

    public List<RoleProposal> getList() {
        if (list == null) {
            list = notices.found(agreement::list);
        }
        return list;
    }

    public boolean isMine(RoleProposal proposal) {
        return agreement.isMine(proposal);
    }

    public String agree(long id) {
        return deed("organisation.role-agreed", () -> agreement.agree(id));
    }

    public String drop(long id) {
        return deed("organisation.role-dropped", () -> agreement.drop(id));
    }

    private String deed(String said, Runnable deed) {
        list = null;
        if (!notices.attempt(deed)) {
            return null;
        }
        notices.say(said);
        return "/organisation/people-roles?faces-redirect=true";
    }
}
