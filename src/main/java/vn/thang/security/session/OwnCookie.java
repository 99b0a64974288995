package vn.thang.security.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Stream;

/** The cookies that the application sets beside the one of the session; each is bound to the host as that one is. */
public enum OwnCookie {

    /** A secret of 256 bits beside the id of the session, which has about 84; it is made when somebody signs in. */
    KEY,
    /** By which a browser is known in which people signed in before. */
    DEVICE;

    /** Returns what comes with a request; null where nothing does. */
    public String of(HttpServletRequest request) {
        String name = named(request);
        return (request.getCookies() == null ? Stream.<Cookie>empty() : Arrays.stream(request.getCookies()))
                .filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue).findFirst().orElse(null);
    }

    /** Makes the cookie, which goes with the browser's session unless it is given an age. */
    public Cookie make(String value, HttpServletRequest request) {
        Cookie cookie = new Cookie(named(request), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure() || request.getServletContext().getSessionCookieConfig().isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private String named(HttpServletRequest request) {
        return request.getServletContext().getSessionCookieConfig().getName() + "-" + name();
    }
}
