package vn.thang.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
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

    /** A number in an address; what is no number counts as not given, so that the page is shown all the same. */
    @FacesConverter("address-number")
    public static class Reading implements Converter<Number> {

        @Override
        public Number getAsObject(FacesContext faces, UIComponent component, String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            Class<?> type = component.getValueExpression("value").getType(faces.getELContext());
            try {
                return type == Long.class ? (Number) Long.valueOf(text.strip())
                        : (Number) Integer.valueOf(text.strip());
            } catch (NumberFormatException e) {
                return type.isPrimitive() ? 0 : null;
            }
        }

        @Override
        public String getAsString(FacesContext faces, UIComponent component, Number number) {
            return number == null ? "" : number.toString();
        }
    }
}
