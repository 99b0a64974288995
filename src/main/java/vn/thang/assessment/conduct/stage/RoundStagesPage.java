package vn.thang.assessment.conduct.stage;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import vn.thang.assessment.round.Stage;
import vn.thang.assessment.round.StageDay;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** The stages of a round on its page: their days, and one of them moved. */
@Named
@ViewScoped
public class RoundStagesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private StageDates dates;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    private Stage stage = Stage.CHECK;
    private LocalDate day;
    private String reason;
    private String agency;
    private transient List<StageDay> days;

    public List<StageDay> days(String code) {
        if (days == null) {
            days = dates.ofRound(code);
        }
        return days;
    }

    public String move(String code, int version) {
        if (!notices.attempt(() -> dates.move(code, version, stage, day, reason))) {
            return null;
        }
        notices.say("stage.moved-done", language.text("stage." + stage));
        return "/assessment/round?faces-redirect=true&code=" + code;
    }

    /** Leads to the stages of the agency that was named, where it takes part. */
    public String choose(String code) {
        long[] assessment = {0};
        return notices.attempt(() -> assessment[0] = dates.of(code, agency).head().id())
                ? "/assessment/stages?faces-redirect=true&assessment=" + assessment[0] : null;
    }

    public List<Stage> getPlanned() {
        return Stage.planned();
    }

    public Stage getStage() {
        return stage;
    }

    public void setStage(Stage stage) {
        this.stage = stage;
    }

    public String getAgency() {
        return agency;
    }

    public void setAgency(String code) {
        agency = code;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
