package vn.thang.security.entrance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import vn.thang.security.Whence;
import vn.thang.security.session.SessionFilter.OwnCookie;

/** Says to pages where a request comes from, as far as that matters for guessing. */
@RequestScoped
public class WhencePage {

    @Inject
    private HttpServletRequest request;

    public Whence get() {
        return new Whence(request.getRemoteAddr(), OwnCookie.DEVICE.of(request));
    }
}
