package vn.thang.security.entrance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Stream;
import vn.thang.security.Whence;

/** Says to pages where a request comes from, as far as that matters for guessing. */
@RequestScoped
public class WhencePage {

    private static final String SUFFIX = "-DEVICE";

    @Inject
    private HttpServletRequest request;

    public Whence get() {
        return new Whence(request.getRemoteAddr(),
                (request.getCookies() == null ? Stream.<Cookie>empty() : Arrays.stream(request.getCookies()))
                        .filter(cookie -> cookie.getName().equals(devices(request))).map(Cookie::getValue).findFirst()
                        .orElse(null));
    }

    /** Returns the name of the cookie of known devices, which is bound to this host as that of the session is. */
    static String devices(HttpServletRequest request) {
        return request.getServletContext().getSessionCookieConfig().getName() + SUFFIX;
    }
}
