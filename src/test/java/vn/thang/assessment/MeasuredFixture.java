package vn.thang.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.it.ContainerFixture;

/** A test of what registers measure of the province of the demonstration in the round that runs: at first nothing. */
public abstract class MeasuredFixture extends ContainerFixture {

    protected static final String AGENCY = "15";

    @Inject
    protected AssessmentScores assessments;

    @Inject
    protected ReadingIntake intake;

    @Inject
    protected Answering answering;

    protected AssessmentHead head;
    /** The last quarter that is over. */
    protected Period ended;

    @BeforeEach
    protected final void nothingIsMeasured() {
        caller.actAs("quantri");
        head = assessments.head("2026", AGENCY);
        ended = Period.endedBy(LocalDate.now(clock), Indicator.Period.QUARTER);
        nothingMeasures(head.agencyId());
    }

    /** Lets a source tell a share of the agency in the last quarter, and acts as the administrator afterwards. */
    protected final void measured(String source, String indicator, int percent) {
        caller.actAs("quantri");
        take(source,
                new ReadingRow(1, AGENCY, indicator, ended.toString(), String.valueOf(percent), "100", null, null));
    }

    protected final void take(String source, ReadingRow... rows) {
        assertEquals(List.of(), intake.take(source, ReadingIntake.Way.SHEET, List.of(rows).iterator()).faults());
    }

    /** Lets the officer answer as in {@code answers().with("STR.2", "3")}. */
    protected final Answering.Sheet answers() {
        return answering.of(head.id()).by(HandingIn.OFFICER);
    }
}
