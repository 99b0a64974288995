package vn.thang.organisation.factor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.platform.web.NoticePage;

/** The second factor of somebody who lost it, on the page of the person. */
@Named
@RequestScoped
public class FactorResetPage {

    @Inject
    private FactorReset factor;

    @Inject
    private NoticePage notices;

    public boolean isHeld(long person) {
        return Boolean.TRUE.equals(notices.found(() -> factor.isHeld(person)));
    }

    public String reset(long person) {
        if (!notices.attempt(() -> factor.reset(person))) {
            return null;
        }
        notices.say("factor.reset-done");
        return "/organisation/person?faces-redirect=true&id=" + person;
    }
}
