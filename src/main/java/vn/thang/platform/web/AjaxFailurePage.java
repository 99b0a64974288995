package vn.thang.platform.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.omnifaces.exceptionhandler.FullAjaxExceptionHandler;
import org.primefaces.csp.CspException;
import vn.thang.platform.BusinessException;
import vn.thang.platform.HungUp;
import vn.thang.platform.Incident;
import vn.thang.platform.Language;
import vn.thang.platform.Refusal;

/**
 * Shows what fails in an ajax request by the pages that also show it elsewhere: a refusal as one, the unexpected with the id
 * of its incident. A view that is gone is opened again at its address.
 */
public class AjaxFailurePage extends ExceptionHandlerFactory {

    public AjaxFailurePage(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    /** Whether the form that was sent belongs to a view that the server does not hold any more. */
    static boolean isExpired(Throwable thrown) {
        return Refusal.causes(thrown)
                .anyMatch(cause -> cause instanceof ViewExpiredException || cause instanceof CspException);
    }

    /** The address of the page that sent the form, marked so that the browser fills in again what was typed. */
    static String again(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getHeader("Referer")).map(AjaxFailurePage::uri)
                .filter(page -> request.getRequestURI().equals(page.getRawPath())).map(URI::getRawQuery)
                .map(given -> given.replaceAll("(^|&)again=1(?=&|$)", "")).orElse("");
        return request.getRequestURI() + "?" + query + (query.isEmpty() ? "" : "&") + "again=1";
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static final class Handler extends FullAjaxExceptionHandler {

        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        protected boolean shouldHandleExceptionRootCause(FacesContext faces, Throwable thrown) {
            if (!faces.getPartialViewContext().isAjaxRequest()) {
                return true;
            }
            HttpServletRequest request = request(faces);
            if (HungUp.is(thrown)) {
                HungUp.log("ajax " + request.getMethod() + " " + request.getRequestURI());
                faces.responseComplete();
                return false;
            }
            if (isExpired(thrown)) {
                redirect(faces, again(request));
                return false;
            }
            Optional<BusinessException> refusal = Refusal.in(thrown);
            if (refusal.filter(one -> one.status() == 401).isPresent()) {
                redirect(faces, request.getContextPath() + "/login.xhtml");
                return false;
            }
            refusal.ifPresent(one -> request.setAttribute(FailureFilter.REFUSAL,
                    CDI.current().select(Language.class).get().text(one)));
            return true;
        }

        @Override
        protected String findErrorPageLocation(FacesContext faces, Throwable thrown) {
            int status = Refusal.in(thrown).map(BusinessException::status).orElse(500);
            String page = status == 403 || status == 404 || status == 500 ? Integer.toString(status) : "refused";
            return "/WEB-INF/errors/" + page + ".xhtml";
        }

        /** A refusal is no failure: nothing is logged. */
        @Override
        protected void logException(FacesContext faces, Throwable thrown, String location, LogReason reason) {
            HttpServletRequest request = request(faces);
            if (Refusal.in(thrown).isEmpty() && request.getAttribute(FailureFilter.INCIDENT) == null) {
                request.setAttribute(FailureFilter.INCIDENT, Incident.log(
                        "ajax " + request.getMethod() + " " + request.getRequestURI(), request.getRemoteUser(),
                        thrown));
            }
        }

        private static HttpServletRequest request(FacesContext faces) {
            return (HttpServletRequest) faces.getExternalContext().getRequest();
        }

        private static void redirect(FacesContext faces, String address) {
            try {
                faces.getExternalContext().redirect(address);
                faces.responseComplete();
            } catch (IOException e) {
                throw new FacesException(e);
            }
        }
    }
}
