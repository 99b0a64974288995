package vn.thang.notice.telling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.round.Stage;

class DueTest {

    private static final LocalDate FROM = LocalDate.of(2031, 1, 1);

    @Test
    void eachStageRemindsWhomeverItWaitsForAndTheAdministrators() {
        assertEquals(List.of(
                "ANSWERING [AGENCIES, DELEGATES, ADMINISTRATORS]",
                "CHECK [REVIEWERS, ADMINISTRATORS]",
                "REVIEW [REVIEWERS, ADMINISTRATORS]",
                "CORRECTION [AGENCIES, DELEGATES, ADMINISTRATORS]",
                "REPLY [AGENCIES, ADMINISTRATORS]",
                "DECISION [PANEL, ADMINISTRATORS]",
                "PUBLICATION [ADMINISTRATORS]"),
                Stream.of(Stage.values()).map(stage -> stage + " " + Due.at(stage)).toList());
    }

    /** Of the reminders that lie before the first day the nearest is told on it. */
    @Test
    void whatLiesBeforeTheFirstDayIsToldOnceThen() {
        assertEquals(List.of("2031-01-11 30", "2031-02-03 7", "2031-02-09 1", "2031-02-11 -1"), told(40));
        assertEquals(List.of("2031-01-01 20", "2031-01-14 7", "2031-01-20 1", "2031-01-22 -1"), told(20));
        assertEquals(List.of("2031-01-01 7", "2031-01-07 1", "2031-01-09 -1"), told(7));
        assertEquals(List.of("2031-01-01 0", "2031-01-02 -1"), told(0));
        assertEquals(List.of("2031-01-01 -3"), told(-3));
    }

    @Test
    void whoeverIsRemindedHasAName() {
        Set<String> texts = ResourceBundle.getBundle("i18n.messages", Locale.of("vi")).keySet();
        assertEquals(Set.of(), Stream.of(Stage.values()).flatMap(stage -> Due.at(stage).stream())
                .map(who -> "round.reminded." + who).filter(key -> !texts.contains(key)).collect(Collectors.toSet()));
    }

    private static List<String> told(int left) {
        return DueDays.told(FROM, FROM.plusDays(left)).stream().map(day -> day.on() + " " + day.left()).toList();
    }
}
