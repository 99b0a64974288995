package vn.thang.notice.telling;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.assessment.round.Stage;

/** Who will be reminded of what on which days, for whoever plans it. */
@Named
@RequestScoped
public class RemindersPage {

    @Inject
    private Clock clock;

    /** Lists who is reminded that a stage ends, where it waits for them; of a rehearsal nobody is. */
    public List<Due> readers(Stage stage, boolean rehearsal) {
        return rehearsal ? List.of() : Due.at(stage);
    }

    /** Lists when they are reminded of a last day, if the round opens on its day, or today where that is over. */
    public List<ReminderDay> days(LocalDate opensOn, LocalDate last, boolean rehearsal) {
        LocalDate today = LocalDate.now(clock);
        return rehearsal ? List.of() : DueDays.told(opensOn.isAfter(today) ? opensOn : today, last);
    }

    /** How many days before a last day people are reminded of it. */
    public String getBefore() {
        return DueDays.BEFORE.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
