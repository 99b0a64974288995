package vn.thang.assessment.conduct;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.thang.platform.web.NoticePage;

/** An agency that is to take part in a round that is open already, on the page of the round. */
@Named
@RequestScoped
public class RoundJoiningPage {

    @Inject
    private RoundAdministration administration;

    @Inject
    private NoticePage notices;

    private String agencyCode;
    private String why;

    public String join(String code, int version) {
        if (!notices.attempt(() -> administration.join(code, version, agencyCode, why))) {
            return null;
        }
        notices.say("round.joined", agencyCode);
        return "/assessment/round?faces-redirect=true&code=" + code;
    }

    public String getAgencyCode() {
        return agencyCode;
    }

    public void setAgencyCode(String agencyCode) {
        this.agencyCode = agencyCode;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
