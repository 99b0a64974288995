package vn.thang.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Faults;
import vn.thang.platform.Language;
import vn.thang.platform.Refusal;
import vn.thang.platform.sql.OneTransaction;

/** Says on a page what was done or refused, in the language of the person; what is wrong in a form stands at its fields. */
@Named
@RequestScoped
public class NoticePage {

    private static final Logger LOG = Logger.getLogger(NoticePage.class.getName());

    /**
     * A fault of a field.
     *
     * @param field id of the field in the page
     */
    public record FieldFault(String field, String text) {
    }

    @Inject
    private FacesContext faces;

    @Inject
    private Language language;

    @Inject
    private OneTransaction transaction;

    private boolean trying;

    /** Does it and answers whether it was done; a refusal stands on the page. */
    public boolean attempt(Runnable deed) {
        try {
            deed.run();
            return !trying;
        } catch (RuntimeException thrown) {
            refuse(Refusal.in(thrown).orElseThrow(() -> thrown));
            return false;
        }
    }

    /**
     * Tries deeds with a form of which a part could not be read: what they refuse at other fields is told, whatever else they do
     * is undone, and where they cannot go on without that part nothing more is found out.
     */
    void tryOut(Runnable deeds) {
        trying = true;
        try {
            transaction.undone(deeds);
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "The form could not be tried to its end", e);
        } finally {
            trying = false;
        }
    }

    public void refuse(BusinessException refusal) {
        if (refusal instanceof Faults.Refused form) {
            form.faults().forEach(fault -> refuse(field(fault.field()), fault.refusal()));
        } else {
            refuse(null, refusal);
        }
    }

    private void refuse(UIInput field, BusinessException refusal) {
        if (trying && (field == null || !field.isValid())) {
            return;
        }
        faces.addMessage(field == null ? null : field.getClientId(faces),
                new FacesMessage(FacesMessage.SEVERITY_ERROR, language.text(refusal), null));
    }

    /** Finds the field of this id in the form that was sent, of which a list may have sent a part only; null where it has none. */
    private UIInput field(String id) {
        return id == null ? null : inside(faces.getViewRoot()).filter(part -> part instanceof UIForm
                && faces.getExternalContext().getRequestParameterMap().containsKey(part.getClientId(faces)))
                .flatMap(NoticePage::inside).filter(part -> part instanceof UIInput && id.equals(part.getId()))
                .map(UIInput.class::cast).findFirst().orElse(null);
    }

    private static Stream<UIComponent> inside(UIComponent part) {
        Iterable<UIComponent> parts = part::getFacetsAndChildren;
        return Stream.concat(Stream.of(part),
                StreamSupport.stream(parts.spliterator(), false).flatMap(NoticePage::inside));
    }

    /** Lists what is wrong at the fields of the form that was sent, in the order in which they stand there. */
    public List<FieldFault> getFaults() {
        Iterable<String> fields = faces::getClientIdsWithMessages;
        List<FieldFault> faults = StreamSupport.stream(fields.spliterator(), false)
                .filter(Predicate.not(Predicate.isEqual(null)))
                .flatMap(field -> faces.getMessageList(field).stream()
                        .filter(message -> message.getSeverity() == FacesMessage.SEVERITY_ERROR)
                        .map(message -> new FieldFault(field, message.getSummary())))
                .toList();
        if (faults.size() < 2) {
            return faults;
        }
        List<String> places = inside(faces.getViewRoot()).filter(UIInput.class::isInstance)
                .map(field -> field.getClientId(faces)).toList();
        return faults.stream().sorted(Comparator.comparingInt(fault -> places.indexOf(fault.field()))).toList();
    }

    /** Stands on the next page too, so that a deed may end with a redirect. */
    public void say(String key, Object... arguments) {
        if (trying) {
            return;
        }
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, language.text(key, arguments), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
    }

    /** What the address asks for; the error page and null when it is not there or not for this person. */
    public <T> T found(Supplier<T> search) {
        try {
            return search.get();
        } catch (BusinessException.NotFound e) {
            return fail(404);
        } catch (BusinessException.Forbidden e) {
            return fail(403);
        }
    }

    private <T> T fail(int status) {
        try {
            faces.getExternalContext().responseReset(); // the error page brings a policy of its own
            faces.getExternalContext().responseSendError(status, null);
            faces.responseComplete();
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
