package vn.thang.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.thang.assessment.HomePage;
import vn.thang.assessment.conduct.calendar.ComingRound;
import vn.thang.assessment.round.Stage;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;

/** The first page: the desks of the person, that of their own agencies among them, the most urgent first. */
@Named
@RequestScoped
public class DeskPage {

    @Inject
    private WorkAhead ahead;

    @Inject
    private HomePage tasks;

    @Inject
    private Caller caller;

    @Inject
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private List<Desk> desks = List.of();
    private List<ComingRound> coming = List.of();

    public void load() {
        tasks.load();
        if (caller.grants().isEmpty()) {
            return;
        }
        coming = ahead.coming();
        desks = Objects.requireNonNullElse(notices.found(() -> ahead.desks(coming)), desks);
    }

    /** The desks that press more than the assessments of the person's own agencies. */
    public List<Desk> getMoreUrgent() {
        return desks.stream().filter(this::pressesMore).toList();
    }

    public List<Desk> getLessUrgent() {
        return desks.stream().filter(desk -> !pressesMore(desk)).toList();
    }

    private boolean pressesMore(Desk desk) {
        LocalDate own = tasks.getUrgent();
        return desk.urgent() != null && (own == null || desk.urgent().isBefore(own));
    }

    /** The rounds that run or come, the one with the next day first. */
    public List<ComingRound> getComing() {
        return coming;
    }

    /** How many assessments of the round stand in which stage, in words; only stages where some stand. */
    public List<String> stages(ComingRound round) {
        return Stream.of(Stage.values()).filter(stage -> round.in(stage) > 0)
                .map(stage -> language.text("stage." + stage) + ": " + formats.integer(round.in(stage))).toList();
    }

    /** What happens next and when, for whoever has nothing to do now. */
    public String getNext() {
        return coming.stream().findFirst().map(this::next).orElseGet(() -> language.text("home.next.none"));
    }

    private String next(ComingRound round) {
        if (round.planned()) {
            return language.text("home.next.planned", round.name(), language.day(round.opensOn()));
        }
        return round.nextOn() == null ? language.text("home.next.over", round.name())
                : language.text("home.next", round.name(), language.text("stage." + round.nextStage()),
                        language.day(round.nextOn()));
    }

    /** Days from today to a day; negative when it has passed. */
    public long daysTo(LocalDate day) {
        return ChronoUnit.DAYS.between(LocalDate.now(clock), day);
    }

    /** How far a day is, in words. */
    public String time(LocalDate day) {
        long days = daysTo(day);
        return days < 0 ? language.text("home.late", -days)
                : days == 0 ? language.text("home.today") : language.text("home.days", days);
    }
}
