package vn.thang.assessment.conduct;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.thang.assessment.round.RoundLine;
import vn.thang.assessment.round.RoundPlan;
import vn.thang.assessment.round.Stage;
import vn.thang.organisation.agency.AgencyType;

/** What is typed of a round while it is planned. */
public class RoundForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String code;
    private String name;
    private String modelRef;
    private LocalDate opensOn;
    private LocalDate dueOn;
    private List<String> scope = new ArrayList<>(AgencyType.assessed());
    private Map<Stage, Integer> days = Stage.usual();
    private boolean belowFirst;
    private int participation = RoundPlan.USUAL_PARTICIPATION;
    private boolean rehearsal;

    void show(RoundLine round) {
        code = round.code();
        name = round.name();
        modelRef = round.modelRef();
        opensOn = round.opensOn();
        dueOn = round.dueOn();
        scope = new ArrayList<>(round.scope());
        belowFirst = round.belowFirst();
        participation = round.participation();
        rehearsal = round.rehearsal();
    }

    RoundPlan plan() {
        return new RoundPlan(code, name, modelRef, opensOn, dueOn, new TreeSet<>(scope), days, belowFirst,
                participation, rehearsal);
    }

    public List<String> getTypes() {
        return AgencyType.assessed();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getModelRef() {
        return modelRef;
    }

    public void setModelRef(String modelRef) {
        this.modelRef = modelRef;
    }

    public LocalDate getOpensOn() {
        return opensOn;
    }

    public void setOpensOn(LocalDate opensOn) {
        this.opensOn = opensOn;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    public List<String> getScope() {
        return scope;
    }

    public void setScope(List<String> scope) {
        this.scope = scope;
    }

    public boolean isBelowFirst() {
        return belowFirst;
    }

    public void setBelowFirst(boolean belowFirst) {
        this.belowFirst = belowFirst;
    }

    public int getParticipation() {
        return participation;
    }

    public void setParticipation(int participation) {
        this.participation = participation;
    }

    public boolean isRehearsal() {
        return rehearsal;
    }

    public void setRehearsal(boolean rehearsal) {
        this.rehearsal = rehearsal;
    }

    public Map<Stage, Integer> getDays() {
        return days;
    }
}
