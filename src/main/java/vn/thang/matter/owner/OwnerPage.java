package vn.thang.matter.owner;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.matter.Respondent;
import vn.thang.matter.asking.Asking;
import vn.thang.matter.asking.RespondentPage;
import vn.thang.platform.BusinessException;
import vn.thang.platform.web.NoticePage;

/** The owner of a target or an indicator with all that was said of it; the owner is named and writes here. */
@Named
@ViewScoped
public class OwnerPage extends RespondentPage {

    private static final long serialVersionUID = 1L;

    @Inject
    private FigureOwnership ownership;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private String target;
    private String indicator;
    private LocalDate from;
    private String cause;
    private String outlook;
    private String needed;
    private transient FigureOwnership.View view;

    public void load() {
        from = LocalDate.now(clock);
        getView();
    }

    /** Returns the owner and the words; null where the error page is on its way. */
    public FigureOwnership.View getView() {
        if (view == null) {
            view = notices.found(() -> {
                if (getFigure().code() == null) {
                    throw new BusinessException.NotFound("target.unknown", "");
                }
                return ownership.page(getFigure());
            });
        }
        return view;
    }

    @Override
    protected List<Respondent> respondents(String code) {
        return ownership.candidates(code);
    }

    public String name() {
        return done("matter.owner.named", () -> ownership.name(getFigure(), getAgency(), getPerson(), from));
    }

    public String write() {
        return done("matter.word.written",
                () -> ownership.write(getFigure(), new FigureOwnership.Said(cause, outlook, needed)));
    }

    private String done(String said, Runnable deed) {
        if (!notices.attempt(deed)) {
            return null;
        }
        notices.say(said);
        return "/matter/owner?faces-redirect=true&" + getFigure().query();
    }

    public OwnedFigure getFigure() {
        return new OwnedFigure(target, indicator);
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String code) {
        target = code;
    }

    public String getIndicator() {
        return indicator;
    }

    public void setIndicator(String code) {
        indicator = code;
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
