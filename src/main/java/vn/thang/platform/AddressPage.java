package vn.thang.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of the present page with one parameter changed, such as the number of the page of a list. */
@Named
@RequestScoped
public class AddressPage {

    @Inject
    private HttpServletRequest request;

    public String with(String parameter, Object value) {
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        return Stream.concat(
                        Stream.of(query.split("&")).filter(part -> !part.isEmpty() && !part.startsWith(parameter + "=")),
                        Stream.of(parameter + "=" + value))
                .collect(Collectors.joining("&", request.getRequestURI() + "?", ""));
    }
}
