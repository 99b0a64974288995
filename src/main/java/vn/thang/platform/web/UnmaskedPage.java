package vn.thang.platform.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;

/**
 * Leaves out the script that masks what is typed: the field of a day always asks for it, no page masks anything, and it is a
 * seventh of all that a list with a day loads.
 */
public class UnmaskedPage implements SystemEventListener {

    private static final String MASK = "inputmask/inputmask.js";

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIViewRoot;
    }

    @Override
    public void processEvent(SystemEvent event) {
        FacesContext faces = event.getFacesContext();
        for (UIComponent resource : faces.getViewRoot().getComponentResources(faces, "head")) {
            if (MASK.equals(resource.getAttributes().get("name"))) {
                resource.setRendered(false);
            }
        }
    }
}
