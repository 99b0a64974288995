package vn.thang.security.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.thang.platform.web.NoticePage;

/** Where the person is signed in, on the page of their account. */
@Named
@RequestScoped
public class SessionsPage {

    private static final String ACCOUNT = "/organisation/account?faces-redirect=true";

    @Inject
    private SessionKeeping keeping;

    @Inject
    private NoticePage notices;

    private List<OpenSessions.OpenSession> sessions;

    public List<OpenSessions.OpenSession> getSessions() {
        if (sessions == null) {
            sessions = keeping.list();
        }
        return sessions;
    }

    public boolean isThis(OpenSessions.OpenSession line) {
        return keeping.isThis(line);
    }

    public String end(String id) {
        if (!notices.attempt(() -> keeping.end(id))) {
            return null;
        }
        notices.say("session.was-ended");
        return ACCOUNT;
    }

    public String endOthers() {
        SessionKeeping.Ended[] ended = new SessionKeeping.Ended[1];
        if (!notices.attempt(() -> ended[0] = keeping.endAllElse())) {
            return null;
        }
        notices.say("session.others-ended", ended[0].sessions(), ended[0].tokens());
        return ACCOUNT;
    }
}
