package vn.thang.organisation.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import vn.thang.platform.web.NoticePage;

/** Where people who forgot their password ask for a letter. */
@Named
@RequestScoped
public class ForgottenPage {

    @Inject
    private PasswordLinks links;

    @Inject
    private NoticePage notices;

    @Inject
    private HttpServletRequest request;

    private String username;
    private boolean asked;

    public void ask() {
        asked = notices.attempt(() -> links.forgotten(username, request.getRemoteAddr()));
    }

    /** Whether the answer is shown, which is the same for every name. */
    public boolean isAsked() {
        return asked;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }
}
