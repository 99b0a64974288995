package vn.thang.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address at which people find the application: the one that is set, or where this request was sent. */
@RequestScoped
public class SitePage {

    @Inject
    private HttpServletRequest request;

    @Inject
    @ConfigProperty(name = "thang.address")
    private Optional<String> address;

    /** Returns it without a stroke at its end. */
    public String address() {
        return address.map(String::strip).filter(given -> !given.isEmpty()).map(given -> given.replaceAll("/+$", ""))
                .orElseGet(() -> origin(URI.create(request.getRequestURL().toString()))) + request.getContextPath();
    }

    /** Returns what a browser calls the origin of its pages. */
    public String origin() {
        return origin(URI.create(address()));
    }

    /** Returns the name of the host alone. */
    public String host() {
        return URI.create(address()).getHost();
    }

    private static String origin(URI place) {
        return place.getScheme() + "://" + place.getHost() + (place.getPort() < 0 ? "" : ":" + place.getPort());
    }
}
