package vn.thang.assessment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.Language;
import vn.thang.platform.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** What the person has to do, first of all what is due. */
@Named
@RequestScoped
public class HomePage {

    private static final int SOON = 14;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private Caller caller;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private List<AssessmentLine> all = List.of();

    public void load() {
        if (caller.can(Permission.VIEW)) {
            all = notices.found(assessments::mine);
        }
    }

    /** Assessments of rounds that run, and those of closed rounds that the agency may still answer. */
    public List<AssessmentLine> getPresent() {
        return all.stream().filter(HomePage::isPresent).toList();
    }

    public List<AssessmentLine> getEarlier() {
        return all.stream().filter(line -> !isPresent(line)).toList();
    }

    private static boolean isPresent(AssessmentLine line) {
        return line.head().roundState().equals("OPEN") || line.head().isOpen();
    }

    public boolean isAnswering() {
        return caller.can(Permission.ANSWER);
    }

    public boolean isWithoutRole() {
        return caller.grants().isEmpty();
    }

    /** How long is left, or since when it is late; nothing once it is handed in. */
    public String time(AssessmentLine line) {
        long days = line.daysLeft(LocalDate.now(clock));
        if (!line.head().state().isOpen()) {
            return "";
        }
        return days < 0 ? language.text("home.late", -days) : days == 0 ? language.text("home.today") : language.text("home.days", days);
    }

    /** The look of that time. */
    public String urgency(AssessmentLine line) {
        long days = line.daysLeft(LocalDate.now(clock));
        return days < 0 ? "off" : days <= SOON ? "risk" : "on";
    }

    public String progress(AssessmentLine line) {
        return language.text("assessment.progress", line.answered(), line.applicable());
    }
}
