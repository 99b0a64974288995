package vn.thang.platform;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/** A number in an address; what is no number counts as not given, so that the page is shown all the same. */
@FacesConverter("number-if-it-is-one")
public class NumberConverter implements Converter<Number> {

    @Override
    public Number getAsObject(FacesContext faces, UIComponent component, String text) {
        Class<?> type = component.getValueExpression("value").getType(faces.getELContext());
        try {
            return type == Long.class ? Long.valueOf(text.strip()) : Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return type.isPrimitive() ? 0 : null;
        }
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent component, Number number) {
        return number == null ? "" : number.toString();
    }
}
