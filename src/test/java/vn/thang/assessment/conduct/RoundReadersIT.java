package vn.thang.assessment.conduct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.assessment.course.ToldPeople;
import vn.thang.assessment.round.RoundPlan;
import vn.thang.assessment.round.Stage;
import vn.thang.it.ContainerFixture;

/** What the page says before a round opens or is published is what then happens. Everything here is undone. */
class RoundReadersIT extends ContainerFixture {

    private static final String NOTICES = " FROM notice n JOIN assessment_round r ON r.id = n.round_id JOIN person p"
            + " ON p.id = n.person_id JOIN agency a ON a.id = n.agency_id WHERE r.code = ?1";
    private static final String READERS = "SELECT COUNT(DISTINCT n.person_id)" + NOTICES;

    @Inject
    private RoundAdministration administration;

    @Inject
    private ResultPublication publication;

    private String code;

    @BeforeEach
    void aRoundIsPlanned() throws Exception {
        caller.actAs("quantri");
        code = "T" + Long.toString(System.nanoTime(), 36);
        plan(code, false);
        sql("UPDATE person SET email = NULL WHERE username IN ('canbo', 'quantri.hai')");
        sql("UPDATE person SET email = 'canbo.bo@example.vn' WHERE username = 'canbo.bo'");
    }

    private void plan(String round, boolean rehearsal) {
        administration.create(new RoundPlan(round, "Đợt thử", "vn-dgm/1.0", LocalDate.of(2030, 1, 1),
                LocalDate.of(2030, 6, 30), Set.of("province", "ministry"), Stage.usual(), false,
                RoundPlan.USUAL_PARTICIPATION, rehearsal));
        entities.flush();
    }

    @Test
    void thoseWhoAreToldOfAnOpeningWereCounted() {
        ToldPeople told = administration.foresee(code).told();
        administration.open(code, version());
        assertReaders(told, "n.kind = 'ROUND_OPENED'");
        assertEquals(0, told.withResult());
        assertEquals(number(READERS + " AND a.parent_id IS NOT NULL", code), told.others());
    }

    /** Some answer for an agency with a result, some for one without; whoever has left the round has none. */
    @Test
    void thoseWhoAreToldOfAPublicationWereCounted() {
        administration.open(code, version());
        administration.close(code, version());
        entities.flush();
        sql("UPDATE assessment s JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id"
                + " SET s.state = 'FINAL' WHERE r.code = ?1 AND a.code = '15'", code);
        sql("DELETE n FROM notice n JOIN assessment_round r ON r.id = n.round_id WHERE r.code = ?1", code);
        entities.clear();
        ToldPeople told = publication.told(code);
        assertEquals(1, publication.publish(code, version()));
        assertReaders(told, "n.kind IN ('PLAN_OFFERED', 'ROUND_PUBLISHED')");
        assertEquals(number(READERS + " AND n.kind = 'PLAN_OFFERED'", code), told.withResult());
        assertEquals(number(READERS + " AND n.kind = 'ROUND_PUBLISHED' AND a.parent_id IS NOT NULL", code),
                told.others());
        assertTrue(told.withResult() > 0 && told.others() > 0, told::toString);
    }

    private void assertReaders(ToldPeople told, String which) {
        assertEquals(number(READERS + " AND " + which, code), told.people());
        assertEquals(number(READERS + " AND p.email IS NULL AND " + which, code), told.unaddressed());
        assertEquals(number(READERS + " AND a.parent_id IS NULL AND " + which, code), told.administrators());
        assertTrue(told.administrators() > 0 && told.addressed() > 0 && told.unaddressed() > 1, told::toString);
    }

    @Test
    void ofARehearsalNobodyIsTold() {
        String rehearsal = RoundPlan.REHEARSAL_CODE + code;
        plan(rehearsal, true);
        assertEquals(0, administration.foresee(rehearsal).told().people());
        administration.open(rehearsal, administration.get(rehearsal).version());
        assertEquals(0, number(READERS, rehearsal));
    }

    /** Many agencies are begun some hundred at a time, so that whoever waits sees it go on. */
    @Test
    void anOpeningTellsHowFarItIs() {
        sql("INSERT INTO agency (id, code, name, type, parent_id, path, valid_from, version)"
                + " SELECT 992000000 + q.seq, CONCAT('XM', q.seq), 'Bộ thử', 'ministry', a.id,"
                + " CONCAT(a.path, 992000000 + q.seq, '/'), '2020-01-01', 0"
                + " FROM agency a JOIN seq_1_to_1050 q WHERE a.parent_id IS NULL");
        long all = administration.foresee(code).agencies();
        List<String> seen = new ArrayList<>();
        assertEquals(all, administration.open(code, version(),
                (done, total, doing) -> seen.add(done + " " + total + " " + doing)));
        assertEquals(List.of("0 " + all + " work.doing.opening", "500 " + all + " work.doing.opening",
                "1000 " + all + " work.doing.opening", "0 0 work.doing.telling"), seen);
    }

    private int version() {
        return administration.get(code).version();
    }
}
