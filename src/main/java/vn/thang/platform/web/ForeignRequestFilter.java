package vn.thang.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import vn.thang.platform.BusinessException;

/**
 * Refuses requests of the API that a foreign page makes a browser send in the name of whoever is signed in there: what changes
 * something has to come from a page of ours. The browser says where it comes from (Sec-Fetch-Site, or Origin where it is older);
 * programs say neither. Whoever shows a token of the own is no browser that was misled.
 */
public class ForeignRequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!SAFE.contains(request.getMethod()) && request.getHeader("Authorization") == null
                && isForeign(request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"),
                        request.getHeader("Host"))) {
            throw new BusinessException.Forbidden("security.foreign");
        }
        chain.doFilter(request, response);
    }

    static boolean isForeign(String site, String origin, String host) {
        return site != null ? !OWN.contains(site) : origin != null && !isOf(origin, host);
    }

    private static boolean isOf(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
