package vn.thang.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Behind a proxy every request comes from the proxy; this filter gives it the address of whoever asked the proxy. */
public class ProxyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    @ConfigProperty(name = "thang.proxies", defaultValue = "127.0.0.1,::1")
    private transient List<String> trusted;

    private transient Proxies proxies;

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        try {
            proxies = new Proxies(trusted);
        } catch (UnknownHostException e) {
            throw new ServletException("thang.proxies: " + e.getMessage(), e);
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String peer = request.getRemoteAddr();
        String caller = proxies.caller(peer, Collections.list(request.getHeaders("X-Forwarded-For")));
        chain.doFilter(caller.equals(peer) ? request : new Forwarded(request, caller), response);
    }

    /** A request with the address of the caller in place of that of the proxy. */
    private static final class Forwarded extends HttpServletRequestWrapper {

        private final String caller;

        Forwarded(HttpServletRequest request, String caller) {
            super(request);
            this.caller = caller;
        }

        @Override
        public String getRemoteAddr() {
            return caller;
        }

        @Override
        public String getRemoteHost() {
            return caller;
        }
    }
}
