package vn.thang.indicator;

import jakarta.inject.Inject;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.intake.TokenRenewal;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.it.ContainerFixture;

/** A test of readings in the server: the administrator acts, and everything is undone. */
public abstract class IndicatorFixture extends ContainerFixture {

    protected static final String CONNECTED = "systems_connected";

    @Inject
    protected ReadingIntake intake;

    @Inject
    protected TokenRenewal tokens;

    @BeforeEach
    protected final void actAsTheAdministrator() {
        caller.actAs("quantri");
    }

    /** Lets readings arrive as a sheet of this source. */
    protected final IntakeReport take(String source, ReadingRow... rows) {
        return intake.take(source, ReadingIntake.Way.SHEET, Arrays.asList(rows).iterator());
    }

    /** How many of the systems of an agency are connected. */
    protected static ReadingRow connected(String agency, String period, String numerator, String denominator) {
        return new ReadingRow(1, agency, CONNECTED, period, numerator, denominator, null, null);
    }

    protected final long agency(String code) {
        return number("SELECT id FROM agency WHERE code = ?1", code);
    }
}
