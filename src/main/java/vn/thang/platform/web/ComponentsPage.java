package vn.thang.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Tells whether a page has components of the library; theme, icons and words of the library are loaded there alone. */
@Named
@RequestScoped
public class ComponentsPage {

    @Inject
    private FacesContext faces;

    /** Every component of the library has asked for its script by the time at which the head is written. */
    public boolean isPresent() {
        return faces.getViewRoot() != null && faces.getViewRoot().getComponentResources(faces, "head").stream()
                .anyMatch(resource -> "core.js".equals(resource.getAttributes().get("name")));
    }
}
