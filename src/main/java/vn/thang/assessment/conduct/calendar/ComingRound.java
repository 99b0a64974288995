package vn.thang.assessment.conduct.calendar;

import java.time.LocalDate;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Stage;

/**
 * A round that is not published, with the stage whose last day comes next and how many assessments stand in each stage.
 *
 * @param nextStage null when no stage has a day that is still to come, as for the day
 */
public record ComingRound(String code, String name, RoundState state, LocalDate opensOn, LocalDate dueOn,
        Stage nextStage, LocalDate nextOn, long agencies, long handedIn, long answering, long checking, long reviewing,
        long correcting, long replying, long deciding, long publishing) {

    public boolean planned() {
        return state == RoundState.PLANNED;
    }

    /** How many assessments stand in the stage. */
    public long in(Stage stage) {
        return switch (stage) {
            case ANSWERING -> answering;
            case CHECK -> checking;
            case REVIEW -> reviewing;
            case CORRECTION -> correcting;
            case REPLY -> replying;
            case DECISION -> deciding;
            case PUBLICATION -> publishing;
        };
    }
}
