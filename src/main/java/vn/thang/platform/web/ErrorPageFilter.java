package vn.thang.platform.web;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.thang.platform.HungUp;
import vn.thang.platform.Incident;
import vn.thang.platform.Language;
import vn.thang.platform.Texts;
import vn.thang.platform.rest.Problem;
import vn.thang.platform.rest.UnexpectedResource;

/**
 * Stands before the error pages. A caller of the API gets a problem in their place. A page is made as if it had been
 * asked for by an address alone, since what was sent with the failed request may be the very reason of the failure;
 * where even that fails, because the database is gone, a plain page says the same.
 */
@WebFilter(urlPatterns = "/WEB-INF/errors/*", dispatcherTypes = DispatcherType.ERROR)
public class ErrorPageFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    private Language language;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (HungUp.is(thrown)) {
            HungUp.log(request.getMethod() + " " + asked);
            return;
        }
        if (status >= 500 && request.getAttribute(FailureFilter.INCIDENT) == null) {
            request.setAttribute(FailureFilter.INCIDENT,
                    Incident.log(request.getMethod() + " " + asked, request.getRemoteUser(), thrown));
        }
        if (FailureFilter.ofApi(asked, request)) {
            problem(status, request, response);
        } else {
            page(request, response, chain);
        }
    }

    private static void problem(int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale locale = Texts.accepted(request.getHeader("Accept-Language"));
        Object incident = request.getAttribute(FailureFilter.INCIDENT);
        Problem problem = incident == null ? UnexpectedResource.problem(status, locale)
                : UnexpectedResource.failure(status, incident.toString(), locale);
        response.setContentType(Problem.TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(JSON.toJson(problem));
    }

    private void page(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        response.setHeader("Content-Security-Policy", null); // a page brings its own
        try {
            chain.doFilter(new AddressAlone(request), response);
        } catch (IOException | ServletException | RuntimeException | Error thrown) {
            if (request.getAttribute(FailureFilter.INCIDENT) == null) {
                request.setAttribute(FailureFilter.INCIDENT,
                        Incident.log("error page of " + request.getRequestURI(), request.getRemoteUser(), thrown));
            }
            if (!response.isCommitted()) {
                response.resetBuffer();
                response.setContentType("text/html");
                response.setCharacterEncoding("UTF-8");
                response.getWriter().write("<!DOCTYPE html><html lang=\"" + language.getCode()
                        + "\"><title>" + language.text("error.500.title")
                        + "</title><h1>" + language.text("error.500.title") + "</h1><p>"
                        + language.text("error.500.incident", request.getAttribute(FailureFilter.INCIDENT))
                        + "</p></html>");
            }
        }
    }

    /** The request without what was sent with it. */
    private static final class AddressAlone extends HttpServletRequestWrapper {

        AddressAlone(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getContentType() {
            return null;
        }

        @Override
        public String getHeader(String name) {
            return name.equalsIgnoreCase("Faces-Request") || name.equalsIgnoreCase("Content-Type")
                    ? null : super.getHeader(name);
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }

        @Override
        public Part getPart(String name) {
            return null;
        }
    }
}
