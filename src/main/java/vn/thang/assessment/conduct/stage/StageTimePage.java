package vn.thang.assessment.conduct.stage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.assessment.round.StageDay;
import vn.thang.platform.Language;

/** How much time a stage has left, in words, on whichever page it stands. */
@Named
@RequestScoped
public class StageTimePage {

    private static final int SOON = 14;

    @Inject
    private StageDates dates;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private List<StageDates.OfAgency> running;

    /** What an agency has to keep in the rounds that run; nothing for whoever does not see it. */
    public List<StageDates.OfAgency> running(String agencyCode) {
        if (running == null) {
            running = dates.running(agencyCode);
        }
        return running;
    }

    /** How long is left, or since when it is late; of a stage in which nobody is waited for only that it is over. */
    public String words(StageDay day, boolean present) {
        long left = left(day);
        return left < 0 ? language.text(present ? "home.late" : "stage.over", -left)
                : left == 0 ? language.text("home.today") : language.text("home.days", left);
    }

    public String urgency(StageDay day, boolean present) {
        long left = left(day);
        return !present ? "none" : left < 0 ? "off" : left <= SOON ? "risk" : "on";
    }

    private long left(StageDay day) {
        return day.daysLeft(LocalDate.now(clock));
    }
}
