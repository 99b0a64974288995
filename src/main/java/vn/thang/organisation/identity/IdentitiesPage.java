package vn.thang.organisation.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.platform.web.NoticePage;

/** The accounts at providers by which a person signs in, on the page of the own account. */
@Named
@RequestScoped
public class IdentitiesPage {

    @Inject
    private OwnIdentities own;

    @Inject
    private NoticePage notices;

    private List<OwnIdentity> list;

    public List<OwnIdentity> getList() {
        if (list == null) {
            list = own.list();
        }
        return list;
    }

    public String remove(long id) {
        if (!notices.attempt(() -> own.remove(id))) {
            return null;
        }
        notices.say("openid.removed");
        return "/organisation/account?faces-redirect=true";
    }
}
