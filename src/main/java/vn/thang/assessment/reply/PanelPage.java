package vn.thang.assessment.reply;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.score.ScoreEffect;
import vn.thang.platform.NoticePage;
import vn.thang.platform.Slice;

/** The panel: what waits, one objection with what every answer to it would change, and the decision. */
@Named
@RequestScoped
public class PanelPage {

    @Inject
    private PanelDecision panel;

    @Inject
    private ObjectionPage shown;

    @Inject
    private NoticePage notices;

    @Inject
    private FacesContext faces;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private Integer page;

    @Inject
    @Param
    private Long assessment;

    @Inject
    @Param
    private String criterion;

    private Slice<WaitingObjections> waiting;
    private Objections.Figures figures;
    private boolean loaded;
    private Objection.Decision decision;
    private String value;
    private String reasons;
    private String members;

    /** For the list. */
    public void load() {
        waiting = notices.found(() -> panel.waiting(page == null ? 1 : page));
        figures = waiting == null ? null : panel.figures();
    }

    /** Whether there is something to show. */
    public boolean isFound() {
        if (!loaded && !faces.getResponseComplete()) {
            loaded = true;
            shown.load(assessment == null ? 0 : assessment, criterion);
            members = shown.isFound()
                    ? shown.getObjections().stream().filter(RaisedObjection::decided).map(RaisedObjection::members)
                            .reduce((a, b) -> b).orElse(null)
                    : null;
        }
        return shown.isFound();
    }

    public boolean isAllowed() {
        return panel.isAllowed(shown.getHead());
    }

    /** What the claimed answer would change. */
    public List<ScoreEffect> getEffects() {
        return panel.effect(assessment, criterion, shown.getRaised().claimed());
    }

    public long getUndecided() {
        return shown.getObjections().stream().filter(one -> !one.decided()).count();
    }

    public String decide() {
        boolean done = notices
                .attempt(() -> panel.decide(assessment, new PanelRuling(criterion, decision, value, reasons, members)));
        return done ? said("reply.decided") : null;
    }

    private String said(String text) {
        notices.say(text);
        return "/assessment/decide?faces-redirect=true&assessment=" + assessment;
    }

    public Objection.Decision[] getDecisions() {
        return Objection.Decision.values();
    }

    public Objections.Figures getFigures() {
        return figures;
    }

    public Slice<WaitingObjections> getWaiting() {
        return waiting;
    }

    public boolean isLate(WaitingObjections one) {
        return one.isLate(LocalDate.now(clock));
    }

    public Objection.Decision getDecision() {
        return decision;
    }

    public void setDecision(Objection.Decision decision) {
        this.decision = decision;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }

    public String getMembers() {
        return members;
    }

    public void setMembers(String members) {
        this.members = members;
    }
}
