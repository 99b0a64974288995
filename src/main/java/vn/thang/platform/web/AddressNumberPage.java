package vn.thang.platform.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/** Reads a number in the address of a page; what is no number counts as not given, so that the page is shown all the same. */
@FacesConverter("address-number")
public class AddressNumberPage implements Converter<Number> {

    @Override
    public Number getAsObject(FacesContext faces, UIComponent component, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Class<?> type = component.getValueExpression("value").getType(faces.getELContext());
        try {
            return type == Long.class ? (Number) Long.valueOf(text.strip()) : (Number) Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return type.isPrimitive() ? 0 : null;
        }
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent component, Number number) {
        return number == null ? "" : number.toString();
    }
}
