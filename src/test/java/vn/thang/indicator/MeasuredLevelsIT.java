package vn.thang.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.assessment.AssessmentHead;
import vn.thang.assessment.AssessmentScores;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;

/** What stands beside an answer of the province of the demonstration; everything is undone. */
@ExtendWith(ArquillianExtension.class)
class MeasuredLevelsIT {

    @Inject
    private MeasuredLevels levels;

    @Inject
    private ReadingIntake intake;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private UserTransaction transaction;

    @PersistenceContext
    private EntityManager entities;

    private AssessmentHead head;
    private String quarter;

    @BeforeEach
    void begin() throws Exception {
        transaction.begin();
        caller.actAs("quantri");
        head = assessments.view("2026", "15").head();
        LocalDate last = LocalDate.now(clock);
        quarter = last.getYear() + "-Q" + ((last.getMonthValue() - 1) / 3 + 1);
        entities.createNativeQuery("DELETE FROM reading WHERE agency_id = ?1").setParameter(1, head.agencyId()).executeUpdate();
    }

    @AfterEach
    void undo() throws Exception {
        transaction.rollback();
    }

    @Test
    void theNewestReadingGivesTheLevelOfItsBounds() {
        assertEquals(Optional.empty(), levels.of(head.agencyId(), "SHR.1"));
        take("data-exchange", new ReadingRow(1, "15", "systems_connected", "2023-Q1", "1", "10", null, null),
                new ReadingRow(2, "15", "systems_connected", quarter, "61", "100", null, null));
        MeasuredLevels.Measured measured = levels.of(head.agencyId(), "SHR.1").orElseThrow();
        assertEquals(3, measured.level());
        assertEquals(0, new BigDecimal(61).compareTo(measured.value()));
        assertEquals(quarter, measured.period());
        assertTrue(measured.fresh());
        assertFalse(measured.demonstration());
        assertEquals(Optional.empty(), levels.of(head.agencyId(), "STR.1"), "nothing measures it");
    }

    @Test
    void anOldReadingIsShownAsStale() {
        take("data-exchange", new ReadingRow(1, "15", "systems_connected", "2023-Q1", "1", "10", null, null));
        assertFalse(levels.of(head.agencyId(), "SHR.1").orElseThrow().fresh());
    }

    @Test
    void aComputedIndicatorNeedsAllItsParts() {
        take("open-data-portal", new ReadingRow(1, "15", "open_datasets", quarter, null, null, "40", null));
        assertEquals(Optional.empty(), levels.of(head.agencyId(), "OPN.2"));
        take("open-data-portal", new ReadingRow(1, "15", "open_datasets_good", quarter, null, null, "37", null));
        MeasuredLevels.Measured measured = levels.of(head.agencyId(), "OPN.2").orElseThrow();
        assertEquals(new BigDecimal("92.5"), measured.value());
        assertEquals(4, measured.level());
    }

    @Test
    void onlyWhoMayReadTheAnswerSeesIt() {
        for (String person : List.of("canbo", "lanhdao.tinh", "thamdinh")) {
            caller.actAs(person);
            assessments.measured(head.id(), "SEC.1");
        }
        for (String person : List.of("canbo.bo", "phoihop", "lanhdao")) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, () -> assessments.measured(head.id(), "SEC.1"), person);
        }
    }

    private void take(String source, ReadingRow... rows) {
        IntakeReport report = intake.take(source, ReadingIntake.Way.SHEET, List.of(rows).iterator());
        assertEquals(List.of(), report.faults());
    }
}
