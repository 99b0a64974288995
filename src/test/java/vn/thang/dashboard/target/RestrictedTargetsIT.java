package vn.thang.dashboard.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.programme.Indicator;
import vn.thang.core.model.Fraction;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.PictureForm;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.data.Asked;
import vn.thang.data.target.CoverageRow;
import vn.thang.data.target.TargetData;
import vn.thang.data.target.TargetRow;
import vn.thang.data.target.TargetStepRow;
import vn.thang.indicator.IndicatorFixture;
import vn.thang.indicator.intake.ReadingIntake;
import vn.thang.indicator.period.Period;
import vn.thang.indicator.reading.ReadingRow;
import vn.thang.platform.Time;

/**
 * A target that measures something restricted, after some agencies have reported early: no door shows what they reported, and
 * only who reads the restricted answers of all agencies sees a figure of it.
 */
class RestrictedTargetsIT extends IndicatorFixture {

    private static final String DOSSIERS = "security_dossiers";
    private static final String TARGET = "P2-12";
    private static final int EARLY = 7;
    private static final Asked EVERYTHING = Asked.of(Map.of());

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Inject
    private TargetPictures pictures;

    @Inject
    private TargetData data;

    @Inject
    private TargetWords words;

    private final Period running = Period.at(Indicator.Period.QUARTER, LocalDate.now(Time.ZONE));

    @BeforeEach
    void reportEarly() {
        List<?> codes = entities.createNativeQuery("SELECT code FROM agency WHERE type = 'province'"
                + " AND (valid_from IS NULL OR valid_from <= CURRENT_DATE)"
                + " AND (valid_to IS NULL OR valid_to > CURRENT_DATE) ORDER BY code")
                .setMaxResults(EARLY).getResultList();
        assertEquals(EARLY, codes.size());
        List<ReadingRow> rows = codes.stream().map(code -> new ReadingRow(1, code.toString(), DOSSIERS,
                running.toString(), "13", "37", null, null)).toList();
        assertEquals(0, intake.take("security-register", ReadingIntake.Way.DEMO, rows.iterator()).rejected());
    }

    private RoundSelection now() {
        return rounds.rounds(null).orElseThrow();
    }

    private void assertKept(TargetLine line) {
        assertTrue(line.known());
        assertEquals(List.of(), line.partial());
        assertEquals(EARLY, line.untoldNews().coverage().reported());
        assertEquals(List.of(), line.measured().missing());
        assertEquals(Optional.empty(), line.quality().parts(),
                "its word stands alone: shares of denominators tell these");
        assertTrue(words.confidence(line).isEmpty());
        line.trend().forEach(value -> {
            assertEquals(null, value.attainment());
            assertEquals(Fraction.of(value.value().toDecimal(0)), value.value());
        });
    }

    @Test
    void onItsPageAndInWhatIsMadeOfItOnlyWhoReadsTheRestrictedSeesMore() {
        for (String person : List.of("lanhdao", "kiemtoan", "quantri", "lanhdao.tinh", "canbo")) {
            caller.actAs(person);
            assertKept(targets.target(now(), TARGET));
            assertKept(targets.targets(now()).stream().filter(line -> line.target().code().equals(TARGET)).findFirst()
                    .orElseThrow());
        }
        caller.actAs("thamdinh");
        TargetLine exact = targets.target(now(), TARGET);
        assertEquals(EARLY, exact.news().coverage().reported());
        assertNotNull(exact.news().value().attainment());
        assertNotNull(exact.attainment());
        assertTrue(exact.quality().parts().isPresent());
        assertEquals(exact.quality().confidence(), targets.shared(now(), TARGET).quality().confidence());
        assertKept(targets.shared(now(), TARGET));
        assertKept(targets.shared(now()).stream().filter(line -> line.target().code().equals(TARGET)).findFirst()
                .orElseThrow());
        assertKept(targets.forEverybody(now()).stream().filter(line -> line.target().code().equals(TARGET)).findFirst()
                .orElseThrow());
    }

    @Test
    void inItsPicturesItIsNeither() {
        for (String person : List.of("lanhdao", "kiemtoan")) {
            caller.actAs(person);
            String csv = taken(PictureForm.CSV);
            assertTrue(csv.lines().anyMatch(line -> line.startsWith("reached,")));
            assertFalse(csv.contains("partial,"), csv);
            assertTrue(csv.lines().filter(line -> line.startsWith("reached,") || line.startsWith("forecast,"))
                    .allMatch(line -> line.matches("[a-z]+,[0-9-]+,\\d+\\.00(,\\d+\\.00,\\d+\\.00|,,).*")), csv);
            assertFalse(taken(PictureForm.SVG).contains(running.label()));
        }
        caller.actAs("thamdinh");
        assertTrue(taken(PictureForm.CSV).contains("partial," + running.end()));
    }

    private String taken(PictureForm form) {
        return new String(pictures.trajectory(TARGET, null, form, Locale.ENGLISH), StandardCharsets.UTF_8);
    }

    @Test
    void programsGetNoneOfIt() {
        for (String person : List.of("lanhdao", "kiemtoan", "quantri")) {
            caller.actAs(person);
            List<TargetStepRow> steps = data.history(null, EVERYTHING).rows().stream()
                    .filter(row -> row.target().equals(TARGET)).toList();
            assertFalse(steps.isEmpty());
            steps.forEach(row -> {
                assertFalse(row.kind().equals("partial"));
                assertEquals(null, row.reached());
                assertEquals(0, row.value().compareTo(row.value().setScale(0, RoundingMode.HALF_UP)));
            });
            TargetRow row = data.targets(null, EVERYTHING, Locale.ENGLISH).rows().stream()
                    .filter(one -> one.target().equals(TARGET)).findFirst().orElseThrow();
            assertEquals(0, row.value().compareTo(row.value().setScale(0, RoundingMode.HALF_UP)));
            List<CoverageRow> coverage = data.coverage(null, EVERYTHING).rows().stream()
                    .filter(one -> one.target().equals(TARGET) && one.period().equals(running.label())
                            && one.type() == null)
                    .toList();
            assertEquals(List.of((long) EARLY), coverage.stream().map(CoverageRow::reported).toList(),
                    "how many have reported is no secret");
        }
        caller.actAs("thamdinh");
        assertTrue(data.history(null, EVERYTHING).rows().stream()
                .anyMatch(row -> row.target().equals(TARGET) && row.kind().equals("partial")));
    }
}
