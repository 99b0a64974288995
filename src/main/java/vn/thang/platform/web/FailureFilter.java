package vn.thang.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import vn.thang.platform.BusinessException;
import vn.thang.platform.HungUp;
import vn.thang.platform.Incident;
import vn.thang.platform.Language;
import vn.thang.platform.Refusal;

/**
 * Gives every failure of a page its own page: a refusal of a use case while the page is made is told as one, a form
 * of a page that is gone leads to the page that says so, and the unexpected is logged once, with the id that the page
 * shows. Who has hung up gets none.
 */
public class FailureFilter extends HttpFilter {

    /** The attributes of the request that the error pages read. */
    static final String INCIDENT = "incident";
    static final String REFUSAL = "refusal";
    private static final String AGAIN = "again";
    private static final long serialVersionUID = 1L;

    @Inject
    private Language language;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error thrown) {
            if (HungUp.is(thrown)) {
                HungUp.log(request.getMethod() + " " + request.getRequestURI());
                return;
            }
            if (response.isCommitted()) {
                throw thrown;
            }
            response.reset(); // the error page brings a policy of its own
            answer(request, response, thrown);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        Optional<BusinessException> refusal = Refusal.in(thrown);
        if (refusal.filter(one -> one.status() == HttpServletResponse.SC_UNAUTHORIZED).isPresent()
                && !ofApi(request.getRequestURI(), request)) {
            response.sendRedirect(request.getContextPath() + "/login.xhtml");
        } else if (refusal.isPresent()) {
            request.setAttribute(REFUSAL, language.text(refusal.get()));
            response.sendError(refusal.get().status());
        } else if (AjaxFailurePage.isExpired(thrown)) {
            request.setAttribute(AGAIN, AjaxFailurePage.again(request));
            response.sendError(HttpServletResponse.SC_GONE);
        } else {
            request.setAttribute(INCIDENT, Incident.log(request.getMethod() + " " + request.getRequestURI(),
                    request.getRemoteUser(), thrown));
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    /** Whether an address is one of the API, whose callers are programs. */
    static boolean ofApi(String address, HttpServletRequest request) {
        return address.startsWith(request.getContextPath() + "/api/");
    }
}
