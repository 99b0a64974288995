package vn.thang.matter;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.BusinessException;
import vn.thang.platform.web.NoticePage;

/** The owner of a target with all that was said of it; the owner is named and writes here. */
@Named
@ViewScoped
public class OwnerPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private TargetOwnership ownership;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private String target;
    private String agency;
    private Long person;
    private LocalDate from;
    private String cause;
    private String outlook;
    private String needed;
    private transient TargetOwnership.View view;
    private transient List<Asking.Respondent> candidates;

    public void load() {
        from = LocalDate.now(clock);
        getView();
    }

    /** Returns the owner and the words; null where the error page is on its way. */
    public TargetOwnership.View getView() {
        if (view == null) {
            view = notices.found(() -> {
                if (target == null) {
                    throw new BusinessException.NotFound("target.unknown", "");
                }
                return ownership.page(target);
            });
        }
        return view;
    }

    /** Shows the people of the agency that was chosen. */
    public void choose() {
        candidates = null;
        person = null;
    }

    public List<Asking.Respondent> getCandidates() {
        if (candidates == null) {
            candidates = List.of();
            try {
                candidates = agency == null ? candidates : ownership.candidates(agency);
            } catch (BusinessException none) {
                // what is no agency is said when the form is sent
                return candidates;
            }
        }
        return candidates;
    }

    public String name() {
        return done("matter.owner.named", () -> ownership.name(target, agency, person, from));
    }

    public String write() {
        return done("matter.word.written",
                () -> ownership.write(target, new TargetOwnership.Said(cause, outlook, needed)));
    }

    private String done(String said, Runnable deed) {
        if (!notices.attempt(deed)) {
            return null;
        }
        notices.say(said);
        return "/matter/owner?faces-redirect=true&target=" + target;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String code) {
        target = code;
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String code) {
        agency = code;
    }

    public Long getPerson() {
        return person;
    }

    public void setPerson(Long id) {
        person = id;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate day) {
        from = day;
    }

    public String getCause() {
        return cause;
    }

    public void setCause(String text) {
        cause = text;
    }

    public String getOutlook() {
        return outlook;
    }

    public void setOutlook(String text) {
        outlook = text;
    }

    public String getNeeded() {
        return needed;
    }

    public void setNeeded(String text) {
        needed = text;
    }
}
