package vn.thang.assessment.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.dashboard.round.Group;
import vn.thang.dashboard.round.RoundFigures;
import vn.thang.dashboard.standing.AgencyFilter;
import vn.thang.dashboard.standing.RoundAgencies;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.BusinessException;
import vn.thang.report.RoundFacts;

/** Ranks with their ranges for a whole round; what is written is undone. */
class RankRobustnessIT extends ContainerFixture {

    private static final String OF_2025 = " FROM rank_robustness b JOIN assessment s ON s.id = b.assessment_id"
            + " JOIN assessment_round r ON r.id = s.round_id JOIN assessment_score c ON c.assessment_id = s.id WHERE r.code = '2025'";

    @Inject
    private RankRobustness robustness;

    @Inject
    private RoundFacts facts;

    @Inject
    private RoundFigures figures;

    @Inject
    private RoundAgencies board;

    @Test
    void everyAgencyThatHandedInIsRankedByLevelThenIndex() {
        caller.actAs("kiemtoan");
        entities.createNativeQuery("DELETE FROM rank_robustness").executeUpdate();
        int ranked = robustness.analyse("2025");
        assertEquals(count(
                "SELECT COUNT(*) FROM assessment s JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2025'"
                        + " AND s.state = 'PUBLISHED'"),
                ranked);
        assertEquals(ranked, count("SELECT COUNT(*)" + OF_2025 + " AND b.level = c.level"));
        assertEquals(0, count("SELECT COUNT(*)" + OF_2025
                + " AND b.position <> 1 + (SELECT COUNT(*) FROM assessment_score c2"
                + " JOIN assessment s2 ON s2.id = c2.assessment_id WHERE s2.round_id = s.round_id AND s2.state = 'PUBLISHED'"
                + " AND (c2.level > c.level OR c2.level = c.level AND c2.index_value > c.index_value))"));
        assertEquals(0,
                count("SELECT COUNT(*)" + OF_2025 + " AND (b.position_low > b.position OR b.position_high < b.position"
                        + " OR b.level_low > b.level OR b.level_high < b.level) AND b.changed < 500"));
    }

    @Test
    void theSameRoundGivesTheSameFiguresAgain() {
        caller.actAs("lanhdao");
        robustness.analyse("2025");
        List<?> first = rows();
        robustness.analyse("2025");
        assertEquals(first.size(), rows().size());
        for (int i = 0; i < first.size(); i++) {
            assertEquals(List.of((Object[]) first.get(i)), List.of((Object[]) rows().get(i)));
        }
        assertTrue(!first.isEmpty());
    }

    /** An agency of province 15 left while the round ran: it is in no rank, no level, no count and no report of the round. */
    @Test
    void whoLeftTheRoundIsInNoNumberOfIt() {
        caller.actAs("kiemtoan");
        RoundFacts.RoundFact round = facts.round("2025");
        int ranked = robustness.analyse("2025");
        long assessments = facts.assessments(round.id(), "/");
        int[] levels = facts.distribution(round.id()).get("province");
        List<Group> groups = figures.groups(round.id());
        long listed = board.list(round.id(), List.of("/"), AgencyFilter.of(Map.of()), 0, false).total();
        sql("UPDATE assessment s JOIN agency a ON a.id = s.agency_id SET s.left_on = '2025-09-01'"
                + " WHERE a.code = '15' AND s.round_id = ?1", round.id());
        assertEquals(ranked - 1, robustness.analyse("2025"));
        assertEquals(assessments - 1, facts.assessments(round.id(), "/"));
        assertEquals(Arrays.stream(levels).sum() - 1,
                Arrays.stream(facts.distribution(round.id()).get("province")).sum());
        assertEquals(total(groups) - 1, total(figures.groups(round.id())));
        assertEquals(listed - 1, board.list(round.id(), List.of("/"), AgencyFilter.of(Map.of()), 0, false).total());
        assertEquals(0, count("SELECT COUNT(*) FROM assessment_due d JOIN agency a ON a.id = d.agency_id"
                + " WHERE a.code = '15' AND d.round_id = " + round.id()));
    }

    private static long total(List<Group> groups) {
        return groups.stream().mapToLong(group -> group.agencies()).sum();
    }

    private List<?> rows() {
        return entities.createNativeQuery(
                "SELECT b.assessment_id, b.position, b.position_low, b.position_high, b.level_low, b.level_high,"
                        + " b.changed" + OF_2025 + " ORDER BY 1")
                .getResultList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"canbo", "lanhdao.tinh", "canbo.bo"})
    void onlyThoseWhoSeeTheWholeRoundMayAnalyseIt(String person) {
        caller.actAs(person);
        assertThrows(BusinessException.Forbidden.class, () -> robustness.analyse("2025"));
    }

    @Test
    void anUnknownRoundIsNotFound() {
        caller.actAs("lanhdao");
        assertThrows(BusinessException.NotFound.class, () -> robustness.analyse("1999"));
    }

    private long count(String sql) {
        return ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue();
    }
}
