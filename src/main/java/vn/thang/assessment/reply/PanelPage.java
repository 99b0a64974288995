package vn.thang.assessment.reply;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.score.ScoreEffect;
import vn.thang.platform.web.NoticePage;

/** One objection before the panel, with what every answer to it would change, and the decision. */
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
    @Param
    private Long assessment;

    @Inject
    @Param
    private String criterion;

    private boolean loaded;
    private Objection.Decision decision;
    private String value;
    private String reasons;
    private String members;

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
