package vn.thang.core.target;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What intervals are worth on each kind of published series. The rows of the table in src/site/forecast.md have to be these; they
 * are written to target/calibration.md by {@code mvn -Pproduction test -Dtest=CalibrationTest}.
 */
class CalibrationTest {

    private static final int[] NEAR = {1, 2, 3};
    private static final double WANTED = 0.7;
    private static final double WORSE = 1.25;
    /** Far ahead some kinds lie above what is wanted near ahead; none may lie above this. */
    private static final double WORSE_FAR = 1.5;
    private static final Path TABLE = Path.of("target", "calibration.md");
    private static final Path DOCUMENT = Path.of("src", "site", "forecast.md");

    /** The kinds of series, each with its own panels. */
    enum Kind {
        ADOPTION("smooth adoption", () -> shares(PublishedPanels.adoption())),
        REGIONS("regions", () -> shares(PublishedPanels.regions())),
        SCORES("scores with shifts", () -> shares(PublishedPanels.scores())),
        GOVERNANCE("scores of experts", () -> shares(PublishedPanels.governance())),
        SHIFTS("scores with shifts, simulated", () -> shares(PublishedPanels.simulatedShifts())),
        FROM_NOTHING("counts at 0", () -> shares(PublishedPanels.fromNothing())),
        LAWS("counts at 0, agency by agency", () -> levels(PublishedPanels.laws(), 2)),
        MERGED("merged panels", () -> shares(PublishedPanels.merged())),
        LEVELS("levels", () -> levels(PublishedPanels.levels(), 6));

        private final String title;
        private final Supplier<Calibration> tried;

        Kind(String title, Supplier<Calibration> tried) {
            this.title = title;
            this.tried = tried;
        }

        private static Calibration shares(Map<String, List<PooledForecast.Series>> panels) {
            return Calibration.ofShares(panels, new int[]{5, 8, 12}, NEAR);
        }

        private static Calibration levels(Map<String, int[][]> panels, int states) {
            return Calibration.ofLevels(panels, states, new int[]{2, 4, 8}, NEAR);
        }
    }

    @Tag("simulation")
    @ParameterizedTest
    @EnumSource
    void noKindIsFarFromWhatIsClaimedNorFarBehindASimpleMethod(Kind kind) throws IOException {
        Calibration calibration = kind.tried.get();
        tell(calibration.row(kind.title));
        assertTrue(calibration.band()[1] >= WANTED, "band " + Arrays.toString(calibration.band()));
        assertTrue(calibration.score() <= WORSE * calibration.bestScore(),
                calibration.score() + " for " + calibration.bestScore());
        assertTrue(calibration.error() <= WORSE * calibration.bestError(),
                calibration.error() + " for " + calibration.bestError());
    }

    /** Steps ahead between one and a half and twice as many as are known: shown as indicative. */
    @Tag("simulation")
    @ParameterizedTest
    @EnumSource
    void farAheadTheIntervalIsWideEnough(Kind kind) throws IOException {
        Calibration calibration = switch (kind) {
            case ADOPTION -> Calibration.ofShares(PublishedPanels.adoption(), new int[]{4, 6}, new int[]{8, 12});
            case REGIONS -> Calibration.ofShares(PublishedPanels.regions(), new int[]{4, 6}, new int[]{8, 12});
            case SCORES -> Calibration.ofShares(PublishedPanels.scores(), new int[]{4, 6}, new int[]{8, 12});
            case GOVERNANCE -> Calibration.ofShares(PublishedPanels.governance(), new int[]{4, 6}, new int[]{8, 12});
            case SHIFTS -> Calibration.ofShares(PublishedPanels.simulatedShifts(), new int[]{4, 6}, new int[]{8});
            case FROM_NOTHING ->
                Calibration.ofShares(PublishedPanels.fromNothing(), new int[]{4, 6}, new int[]{8, 12});
            case MERGED -> Calibration.ofShares(PublishedPanels.merged(), new int[]{4, 6}, new int[]{8, 12});
            case LAWS -> Calibration.ofLevels(PublishedPanels.laws(), 2, new int[]{2, 3}, new int[]{4, 6});
            case LEVELS -> Calibration.ofLevels(PublishedPanels.levels(), 6, new int[]{2, 3}, new int[]{4, 6});
        };
        tell(calibration.row(kind.title + ", far ahead"));
        assertTrue(calibration.band()[1] >= WANTED, "band " + Arrays.toString(calibration.band()));
        assertTrue(calibration.score() <= WORSE_FAR * calibration.bestScore(),
                calibration.score() + " for " + calibration.bestScore());
    }

    /** One origin in little: users of the internet, eight years known, two ahead. The middle is nearer than any simple one. */
    @Test
    void adoptionIsForecastNearerThanBySimpleMethods() {
        Calibration calibration = Calibration.ofShares(PublishedPanels.adoption(), new int[]{8}, new int[]{2});
        assertTrue(calibration.tried() > 100);
        assertTrue(calibration.coverage() >= WANTED, "coverage " + calibration.coverage());
        assertTrue(calibration.error() <= calibration.bestError(), calibration.row("adoption"));
        assertTrue(calibration.score() <= WORSE * calibration.bestScore(), calibration.row("adoption"));
    }

    /** Keeps a row for the document, and holds the document to it. */
    private static synchronized void tell(String row) throws IOException {
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, row + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        assertTrue(Files.readAllLines(DOCUMENT).contains(row), () -> "not in " + DOCUMENT + ": " + row);
    }
}
