package vn.thang.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of the present page in another language. */
@Named
@RequestScoped
public class LanguagePage {

    @Inject
    private HttpServletRequest request;

    public String to(String code) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String kept = Stream.of(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("lang="))
                .collect(Collectors.joining("&"));
        return request.getRequestURI() + "?" + (kept.isEmpty() ? "" : kept + "&") + "lang=" + code;
    }
}
