package vn.thang.assessment.conduct.stage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.assessment.round.Stage;
import vn.thang.assessment.round.StageDay;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** Until when one agency has to do what in a round; where an administrator gives it more time. */
@Named
@RequestScoped
public class StagesPage {

    @Inject
    private StageDates dates;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private Long assessment;

    private Stage stage = Stage.ANSWERING;
    private LocalDate day;
    private String reason;
    private StageDates.OfAgency shown;

    public boolean isFound() {
        if (shown == null) {
            shown = notices.found(() -> dates.of(assessment == null ? 0 : assessment));
        }
        return shown != null;
    }

    public String extend() {
        if (!isFound() || !notices.attempt(() -> dates.extend(shown.head().id(), stage, day, reason))) {
            return null;
        }
        notices.say("stage.extended", shown.head().agencyName(), language.day(day));
        return "/assessment/stages?faces-redirect=true&assessment=" + shown.head().id();
    }

    public boolean isExtending() {
        return caller.can(Permission.ADMINISTER, agencies.rootPath())
                && shown.head().roundRuns();
    }

    public StageDates.OfAgency getShown() {
        return shown;
    }

    public List<Stage> getStages() {
        return shown.days().stream().map(StageDay::stage).toList();
    }

    public Stage getStage() {
        return stage;
    }

    public void setStage(Stage stage) {
        this.stage = stage;
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
