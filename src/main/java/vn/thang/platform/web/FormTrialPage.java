package vn.thang.platform.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UICommand;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.primefaces.component.datepicker.DatePicker;

/**
 * Finds out what else is wrong in a form of which a part could not be read, such as a day: what could be read is taken and the
 * deed is tried, so that the person is told of all faults at once. Nothing of it is done.
 */
public class FormTrialPage implements PhaseListener {

    private static final long serialVersionUID = 1L;

    /** The button that was pressed, and its form. */
    private record Pressed(String id, UIForm form) {
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.PROCESS_VALIDATIONS;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (faces.isValidationFailed() && !faces.getResponseComplete()) {
            pressed(faces).filter(button -> unreadable(button.form())).ifPresent(button -> attempt(faces, button));
        }
    }

    /** Whether a day, a number or the like in it could not be read; forms without such fields are never tried. */
    private static boolean unreadable(UIComponent part) {
        if (part instanceof UIInput field && !field.isValid()
                && (field instanceof DatePicker || field.getConverter() != null)) {
            return true;
        }
        Iterator<UIComponent> parts = part.getFacetsAndChildren();
        while (parts.hasNext()) {
            if (unreadable(parts.next())) {
                return true;
            }
        }
        return false;
    }

    private static void attempt(FacesContext faces, Pressed button) {
        CDI.current().select(NoticePage.class).get().tryOut(() -> {
            button.form().processUpdates(faces);
            faces.getViewRoot().invokeOnComponent(faces, button.id(), (context, part) -> ((UICommand) part)
                    .getActionExpression().invoke(context.getELContext(), null));
        });
    }

    private static Optional<Pressed> pressed(FacesContext faces) {
        Map<String, String> sent = faces.getExternalContext().getRequestParameterMap();
        AtomicReference<Pressed> found = new AtomicReference<>();
        faces.getViewRoot().visitTree(
                VisitContext.createVisitContext(faces, null, EnumSet.of(VisitHint.SKIP_UNRENDERED)),
                (context, part) -> {
                    if (part instanceof UICommand command && !command.isImmediate()
                            && command.getActionExpression() != null
                            && sent.containsKey(part.getClientId(faces))) {
                        found.set(new Pressed(part.getClientId(faces), form(part)));
                        return VisitResult.COMPLETE;
                    }
                    return VisitResult.ACCEPT;
                });
        return Optional.ofNullable(found.get()).filter(button -> button.form() != null);
    }

    private static UIForm form(UIComponent part) {
        return part == null || part instanceof UIForm ? (UIForm) part : form(part.getParent());
    }
}
