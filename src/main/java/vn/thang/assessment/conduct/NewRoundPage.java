package vn.thang.assessment.conduct;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thang.assessment.course.ForeseenRound;
import vn.thang.assessment.round.RoundPlan;
import vn.thang.platform.web.NoticePage;

/**
 * A round that is made in steps. All fields are in the form at every step, those of the others unseen, so that nothing typed
 * is lost between them or with the view.
 */
@Named
@ViewScoped
public class NewRoundPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RoundAdministration administration;

    @Inject
    private NoticePage notices;

    private final RoundForm form = new RoundForm();
    private RoundStep step = RoundStep.WHAT;
    private transient List<String> models;
    private transient ForeseenRound foreseen;

    /** Prepares what the step shows; where a field of another one is faulty, that step is shown. */
    public void load() {
        models = notices.found(administration::models);
        if (models == null) {
            return;
        }
        if (form.getModelRef() == null) {
            form.setModelRef(administration.usualModel());
        }
        if (step == RoundStep.LOOK && notices.getFaults().isEmpty()) {
            notices.attempt(() -> foreseen = administration.foresee(form.plan()));
        }
        faulty().filter(first -> faultyIn(step).isEmpty()).ifPresent(first -> step = first);
    }

    private Optional<RoundStep> faulty() {
        return Stream.of(RoundStep.values()).filter(one -> faultyIn(one).isPresent()).findFirst();
    }

    private Optional<NoticePage.FieldFault> faultyIn(RoundStep one) {
        return notices.getFaults().stream()
                .filter(fault -> one.fields().contains(fault.field().substring(fault.field().lastIndexOf(':') + 1)))
                .findFirst();
    }

    public void next() {
        if (notices.attempt(() -> administration.check(form.plan(), step.fields()))) {
            step = step.next();
        }
    }

    public void back() {
        step = step.before();
    }

    /** Goes back to a step, so that what is looked at can be changed there. */
    public void change(RoundStep earlier) {
        step = earlier;
    }

    public String create() {
        RoundPlan plan = form.plan();
        if (!notices.attempt(() -> administration.create(plan))) {
            return null;
        }
        notices.say("round.saved");
        return "/assessment/round?faces-redirect=true&code=" + plan.code();
    }

    public RoundStep[] getSteps() {
        return RoundStep.values();
    }

    public RoundStep getStep() {
        return step;
    }

    public boolean is(String one) {
        return step.name().equals(one);
    }

    public RoundForm getForm() {
        return form;
    }

    public RoundPlan getPlan() {
        return form.plan();
    }

    public List<String> getModels() {
        return models;
    }

    /** Whom the round will ask; at the last step only. */
    public ForeseenRound getForeseen() {
        return foreseen;
    }
}
