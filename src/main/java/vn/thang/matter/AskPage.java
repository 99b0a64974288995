package vn.thang.matter;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.BusinessException;
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
    private TargetOwnership ownership;

    @Inject
    private Caller caller;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private String target;
    private Long assessment;
    private String criterion;
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

    /** The owner of the target is asked first, where the person may ask there. */
    private void suggestOwner() {
        TargetOwnership.Owner owner = ownership.view(target).owner();
        setAgency(owner == null ? null : owner.agencyCode());
        if (owner != null && getRespondents().stream().anyMatch(one -> one.id() == owner.person())) {
            setPerson(owner.person());
        } else {
            setAgency(null);
            choose();
        }
    }

    /** Returns what there is to ask about; null where the error page is on its way. */
    public Asking.Sheet getSheet() {
        if (sheet == null) {
            sheet = notices.found(() -> {
                if (target == null && assessment == null && getAgency() == null) {
                    throw new BusinessException.NotFound("matter.unknown");
                }
                return asking.sheet(target, assessment, criterion, given ? getAgency() : null);
            });
        }
        return sheet;
    }

    @Override
    protected List<Asking.Respondent> respondents(String code) {
        return asking.respondents(code);
    }

    public List<Matter.Kind> getKinds() {
        return List.of(Matter.Kind.QUESTION, Matter.Kind.RECOMMENDATION).stream()
                .filter(one -> caller.can(one.permission())).toList();
    }

    public String ask() {
        Long[] id = new Long[1];
        if (!notices.attempt(() -> id[0] = asking
                .ask(new Asking.Question(kind, target, assessment, criterion, getAgency(), getPerson(), words, due)))) {
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
