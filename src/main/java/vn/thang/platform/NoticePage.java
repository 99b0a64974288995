package vn.thang.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** Says on a page what was done or refused, in the language of the person. */
@RequestScoped
public class NoticePage {

    @Inject
    private FacesContext faces;

    @Inject
    private Language language;

    /** Does it and answers whether it was done; a refusal stands on the page. */
    public boolean attempt(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (RuntimeException thrown) {
            refuse(Refusal.in(thrown).orElseThrow(() -> thrown));
            return false;
        }
    }

    public void refuse(BusinessException refusal) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, language.text(refusal), null));
    }

    /** Stands on the next page too, so that a deed may end with a redirect. */
    public void say(String key, Object... arguments) {
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
