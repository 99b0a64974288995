package vn.thang.matter.figure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.matter.AskedFigure;
import vn.thang.matter.CopyReader;
import vn.thang.matter.Matter;
import vn.thang.matter.Respondent;
import vn.thang.matter.asking.Asking;
import vn.thang.matter.asking.RespondentPage;
import vn.thang.matter.owner.FigureOwnership;
import vn.thang.matter.owner.OwnedFigure;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** Asking about a figure: the form stands beside the figure as it is now. */
@Named
@ViewScoped
public class AskPage extends RespondentPage {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 14;

    @Inject
    private Asking asking;

    @Inject
    private FigureOwnership ownership;

    @Inject
    private Caller caller;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private String target;
    private Long assessment;
    private String criterion;
    private String indicator;
    private String reading;
    private String source;
    private boolean given;
    private Matter.Kind kind;
    private String words;
    private LocalDate due;
    private transient Asking.Sheet sheet;

    public void load() {
        given = getAgency() != null || assessment != null;
        if (getSheet() == null) {
            return;
        }
        setAgency(given ? sheet.agency().agency().code() : null);
        if (!given) {
            suggestOwner();
        }
        kind = getKinds().get(0);
        due = LocalDate.now(clock).plusDays(USUAL_DAYS);
    }

    /** The owner of the figure is asked first, where the person may ask there; else the agency that answers for the readings. */
    private void suggestOwner() {
        var owner = source != null ? null : ownership.view(new OwnedFigure(target, indicator)).owner();
        setAgency(owner != null ? owner.agencyCode() : sheet.answering());
        Long person = owner == null ? null : owner.person();
        if (person != null && getRespondents().stream().anyMatch(one -> one.id() == person)) {
            setPerson(person);
        } else if (person != null || getRespondents().isEmpty()) {
            setAgency(null);
            choose();
        }
    }

    private AskedFigure figure() {
        return new AskedFigure(target, assessment, criterion, indicator, reading, source);
    }

    /** Returns what there is to ask about; null where the error page is on its way. */
    public Asking.Sheet getSheet() {
        if (sheet == null) {
            sheet = notices.found(() -> asking.sheet(figure(), given ? getAgency() : null));
        }
        return sheet;
    }

    @Override
    protected List<Respondent> respondents(String code) {
        return asking.respondents(code);
    }

    @Override
    protected List<CopyReader> readers(String code) {
        return asking.readers(figure(), code);
    }

    public List<Matter.Kind> getKinds() {
        return List.of(Matter.Kind.QUESTION, Matter.Kind.RECOMMENDATION).stream()
                .filter(one -> caller.can(one.permission())).toList();
    }

    public String ask() {
        Long[] id = new Long[1];
        if (!notices.attempt(() -> id[0] = asking
                .ask(new Asking.Question(kind, figure(), getAgency(), getPerson(), getCopies(), words, due)))) {
            return null;
        }
        notices.say("matter.asked");
        return "/matter/matter?faces-redirect=true&id=" + id[0];
    }

    /** Whether the agency stands fast by the address. */
    public boolean isGiven() {
        return given;
    }

    /** Whether the person may ask for anything. */
    public boolean isAllowed() {
        return caller.can(Permission.ASK) || caller.can(Permission.RECOMMEND);
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String code) {
        target = code;
    }

    public Long getAssessment() {
        return assessment;
    }

    public void setAssessment(Long id) {
        assessment = id;
    }

    public String getCriterion() {
        return criterion;
    }

    public void setCriterion(String code) {
        criterion = code;
    }

    public String getIndicator() {
        return indicator;
    }

    public void setIndicator(String code) {
        indicator = code;
    }

    public String getReading() {
        return reading;
    }

    public void setReading(String code) {
        reading = code;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String code) {
        source = code;
    }

    public Matter.Kind getKind() {
        return kind;
    }

    public void setKind(Matter.Kind newKind) {
        kind = newKind;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String text) {
        words = text;
    }

    public LocalDate getDue() {
        return due;
    }

    public void setDue(LocalDate day) {
        due = day;
    }
}
