package vn.thang.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.target.TargetMeasure;
import vn.thang.dashboard.round.Group;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RegionGroup;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundFigures;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.round.TrendPoint;
import vn.thang.dashboard.standing.AgencyFilter.Standing;
import vn.thang.dashboard.standing.AgencyFilter;
import vn.thang.dashboard.standing.AgencyLine;
import vn.thang.dashboard.standing.NationalStandings;
import vn.thang.dashboard.standing.RoundAgencies;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.dashboard.target.TargetLine;
import vn.thang.dashboard.target.TargetValue;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Slice;
import vn.thang.security.Permission;

/** Over the demonstration rounds; what is written is undone. */
class NationalFiguresIT extends ContainerFixture {

    private static final int MOST_STATEMENTS = 3;
    private static final int COMMUNES = 950;
    private static final List<String> PROVINCE_PEOPLE = List.of("canbo", "lanhdao.tinh");
    private static final AgencyFilter EVERYONE = AgencyFilter.of(null, "index", false);

    @Inject
    private NationalRounds nationalRounds;

    @Inject
    private NationalStandings nationalStandings;

    @Inject
    private NationalTargets nationalTargets;

    @Inject
    private RoundAgencies agencies;

    @Inject
    private RoundFigures figures;

    @Inject
    private AssessmentScores assessments;

    private interface Deed {
        void run() throws Exception;
    }

    @Test
    void theLeaderSeesEveryAgency() {
        caller.actAs("lanhdao");
        RoundChoice round = round("2025");
        assertTrue(nationalRounds.seesAll());
        assertEquals(count("2025", ""), nationalStandings.agencies(round, EVERYONE, 1, false).total());
        assertEquals(count("2025", " AND a.type = 'province'"), nationalStandings.tiles(round).size());
        assertEquals(List.of("ministry", "ministerial-agency", "government-agency", "province"),
                nationalRounds.groups(round).stream().map(Group::onlyType).toList());
    }

    @Test
    void aProvinceSeesOnlyItselfAmongTheAgencies() {
        for (String person : PROVINCE_PEOPLE) {
            caller.actAs(person);
            RoundChoice round = round("2025");
            assertFalse(nationalRounds.seesAll());
            assertEquals(List.of("15"), codes(nationalStandings.agencies(round, EVERYONE, 1, true).rows()), person);
            assertEquals(List.of("15"), codes(nationalStandings.first(50, round, EVERYONE, false)), person);
            assertEquals(1, nationalStandings.count(round, Standing.HANDED_IN));
            assertEquals(0, nationalStandings
                    .agencies(round, new AgencyFilter("BTP", null, null, null, null, null, "name", false), 1, false)
                    .total());
            assertEquals(List.of(), nationalStandings.tiles(round));
            assertEquals(List.of(), nationalStandings.parents(round));
        }
    }

    /** Every province counts in exactly one of the six regions, and in no round twice; a province sees none of them. */
    @Test
    void theRegionsAddUpToTheCountry() {
        caller.actAs("lanhdao");
        RoundChoice round = round("2025");
        List<RegionGroup> regions = nationalRounds.regions(round);
        assertEquals(List.of("north-mountains", "red-river", "north-central", "south-central", "south-east", "mekong")
                .stream().sorted().toList(), regions.stream().map(RegionGroup::region).sorted().toList());
        Group country = nationalRounds.groups(round).stream().filter(group -> "province".equals(group.onlyType()))
                .findFirst().orElseThrow();
        for (int level = 0; level <= 5; level++) {
            int at = level;
            assertEquals(country.levels().at(level),
                    regions.stream().mapToLong(one -> one.group().levels().at(at)).sum(), "level " + level);
        }
        assertEquals(country.waiting(), regions.stream().mapToLong(one -> one.group().waiting()).sum());
        for (String person : PROVINCE_PEOPLE) {
            caller.actAs(person);
            assertEquals(List.of(), nationalRounds.regions(round), person);
        }
    }

    @Test
    void noGroupBelowFiveIsShownApart() throws Exception {
        undone(() -> {
            entities.createNativeQuery(
                    "UPDATE assessment s JOIN agency a ON a.id = s.agency_id JOIN assessment_round r ON r.id = s.round_id"
                            + " SET s.state = 'IN_PROGRESS' WHERE r.code = '2025' AND a.type IN ('ministerial-agency', 'government-agency')"
                            + " AND a.code <> 'TTCP'")
                    .executeUpdate();
            touch("2025");
            caller.actAs("lanhdao");
            assertTrue(nationalRounds.groups(round("2025")).stream().anyMatch(Group::small));
            for (String person : PROVINCE_PEOPLE) {
                caller.actAs(person);
                for (String code : List.of("2024", "2025", "2026")) {
                    List<Group> groups = nationalRounds.groups(round(code));
                    assertTrue(groups.stream().noneMatch(Group::small), () -> person + " " + groups);
                    assertEquals(count(code, ""), groups.stream().mapToLong(Group::agencies).sum());
                    assertTrue(nationalTargets.targets(rounds(code)).stream().flatMap(line -> line.groups().stream())
                            .noneMatch(part -> part.group().small()), person);
                }
            }
            caller.actAs("canbo.bo");
            assertTrue(nationalRounds.groupOf(assessments.head("2025", "BTP")).isPresent());
        });
    }

    /** A small group stays hidden also from whoever subtracts one figure from another. */
    @Test
    void whatStandsBesideASmallGroupIsNotShownAloneEither() throws Exception {
        undone(() -> {
            entities.createNativeQuery(
                    "INSERT INTO membership (id, person_id, agency_id, role, valid_from) SELECT NEXTVAL(membership_seq),"
                            + " p.id, a.id, 'OFFICER', '2020-01-01' FROM person p JOIN agency a WHERE p.username = 'canbo.bo' AND a.code = 'TTXVN'")
                    .executeUpdate();
            touch("2025");
            caller.actAs("canbo.bo");
            List<Group> shown = nationalRounds.groups(round("2025"));
            Group together = shown.stream().filter(group -> group.types().contains("government-agency")).findFirst()
                    .orElseThrow();
            assertEquals(List.of("ministerial-agency", "government-agency"), together.types());
            assertTrue(nationalRounds.groupOf(assessments.head("2025", "TTXVN")).isEmpty());
            nationalTargets
                    .targets(
                            rounds("2025"))
                    .forEach(line -> line.groups()
                            .forEach(part -> assertTrue(
                                    shown.stream().anyMatch(group -> group.types().equals(part.group().types())),
                                    () -> part.group().toString())));
        });
    }

    @Test
    void aTypeOfFewerThanFiveIsNotComparedWith() throws Exception {
        undone(() -> {
            entities.createNativeQuery(
                    "UPDATE assessment s JOIN agency a ON a.id = s.agency_id JOIN assessment_round r ON r.id = s.round_id"
                            + " SET s.state = 'IN_PROGRESS' WHERE r.code = '2025' AND a.type = 'province' AND a.code NOT IN ('15', '01', '04')")
                    .executeUpdate();
            touch("2025");
            caller.actAs("canbo");
            assertTrue(nationalRounds.groupOf(assessments.head("2025", "15")).isEmpty());
        });
    }

    @Test
    void theWrongAgencyIsRefused() {
        caller.actAs("lanhdao");
        AssessmentHead justice = assessments.head("2025", "BTP");
        assertTrue(nationalRounds.groupOf(justice).isPresent());
        assertEquals(List.of("2024", "2025"),
                nationalRounds.trend(justice).stream().map(TrendPoint::round).limit(2).toList());
        for (String person : PROVINCE_PEOPLE) {
            caller.actAs(person);
            assertThrows(BusinessException.Forbidden.class, () -> nationalRounds.groupOf(justice), person);
            assertThrows(BusinessException.Forbidden.class, () -> nationalRounds.trend(justice), person);
        }
    }

    @Test
    void nobodySeesAnythingWithoutSignIn() {
        RoundChoice round = figures.rounds().get(0);
        RoundSelection rounds = new RoundSelection(List.of(round), round);
        for (Executable deed : List.<Executable>of(() -> nationalRounds.rounds(null),
                () -> nationalRounds.groups(round),
                () -> nationalTargets.targets(rounds),
                () -> nationalStandings.agencies(round, EVERYONE, 1, true),
                () -> nationalStandings.first(1, round, EVERYONE, true),
                () -> nationalStandings.tiles(round), () -> nationalStandings.count(round, Standing.WAITING))) {
            assertThrows(BusinessException.Forbidden.class, deed);
        }
    }

    @Test
    void anUnknownRoundIsSaid() {
        caller.actAs("lanhdao");
        assertThrows(BusinessException.NotFound.class, () -> nationalRounds.rounds("1999"));
        assertEquals("2025", rounds(null).shown().code());
    }

    @Test
    void theGroupsAreThoseThatPlainCountingGives() {
        caller.actAs("lanhdao");
        for (String code : List.of("2025", "2026")) {
            for (Group group : nationalRounds.groups(round(code))) {
                String ofType = " AND a.type = '" + group.onlyType() + "'";
                assertEquals(count(code, ofType), group.agencies());
                assertEquals(count(code, ofType + handedIn()), group.handedIn());
                for (int level = 0; level <= 5; level++) {
                    assertEquals(count(code,
                            ofType + handedIn()
                                    + " AND (SELECT c.level FROM assessment_score c WHERE c.assessment_id = s.id) = "
                                    + level),
                            group.levels().at(level), ofType);
                    assertEquals(
                            count(code, ofType + handedIn() + " AND s.id IN (SELECT n.assessment_id FROM node_score n"
                                    + " WHERE n.node = 'SHR' AND n.level = " + level + ")"),
                            group.dimension("SHR").at(level), ofType);
                }
            }
        }
    }

    @Test
    void theTargetsAreThoseThatPlainCountingGives() {
        caller.actAs("canbo");
        List<TargetLine> lines = nationalTargets.targets(rounds("2025"));
        List<TargetLine> ofMaturity = lines.stream().filter(line -> line.target().level().isPresent()).toList();
        assertFalse(ofMaturity.isEmpty());
        for (TargetLine line : ofMaturity) {
            assertEquals(List.of("2024", "2025"), line.trend().stream().map(TargetValue::label).toList());
            for (TargetValue value : line.trend()) {
                ProgrammeTarget target = line.target();
                String inScope = " AND a.type IN ('" + String.join("', '", target.scope()) + "')";
                assertEquals(count(value.label(), inScope), value.attainment().inScope(), target.code());
                assertEquals(count(value.label(), inScope + handedIn() + " AND (SELECT c.level FROM assessment_score c"
                        + " WHERE c.assessment_id = s.id) >= " + line.level()), value.attainment().reached(),
                        target.code());
            }
        }
        TargetLine first = ofMaturity.stream().filter(line -> line.target().code().equals("P1-08")).findFirst()
                .orElseThrow();
        assertEquals(first.attainment().inScope() - first.attainment().reached(), first.attainment().gap());
        assertEquals(first.attainment().inScope(),
                first.groups().stream().mapToLong(part -> part.attainment().inScope()).sum());
    }

    /** What the demonstration reports, added up in the plainest way. */
    @Test
    void theMeasuredTargetsAreSumsOfTheirReadings() {
        caller.actAs("lanhdao");
        List<TargetLine> measured = nationalTargets.targets(rounds("2026")).stream()
                .filter(line -> line.target().level().isEmpty()).toList();
        assertEquals(21, measured.size());
        int pooled = 0;
        for (TargetLine line : measured) {
            assertTrue(line.known() && line.measured().demonstration(), line.target().code());
            if (line.target().measure() == TargetMeasure.POOLED && line.attainment() != null) {
                pooled++;
                Object[] sums = (Object[]) entities
                        .createNativeQuery("SELECT SUM(numerator), SUM(denominator) FROM reading WHERE indicator = ?1"
                                + " AND period = (SELECT MAX(period) FROM reading WHERE indicator = ?1)")
                        .setParameter(1, line.measured().indicator().code())
                        .getSingleResult();
                assertEquals(((Number) sums[0]).longValue(), line.attainment().reached(), line.target().code());
                assertEquals(((Number) sums[1]).longValue(), line.attainment().inScope(), line.target().code());
                assertFalse(line.measured().missing().isEmpty(), line.target().code());
            }
        }
        assertTrue(pooled > 5, pooled + " pooled");
        TargetLine ai = measured.stream().filter(line -> line.target().code().equals("P2-09")).findFirst()
                .orElseThrow();
        assertEquals(
                ((Number) entities.createNativeQuery(
                        "SELECT COUNT(*) FROM reading WHERE indicator = 'ai_applications' AND value >= 1"
                                + " AND period = (SELECT MAX(period) FROM reading)")
                        .getSingleResult()).longValue(),
                ai.attainment().reached());
        caller.actAs("canbo");
        assertTrue(nationalTargets.targets(rounds("2026")).stream().filter(line -> line.measured() != null)
                .allMatch(line -> line.measured().missing().isEmpty()));
    }

    @Test
    void listsAreFiltered() {
        caller.actAs("lanhdao");
        RoundChoice round = round("2026");
        List<AgencyLine> provinces = list(round,
                new AgencyFilter(null, List.of("province"), null, null, null, null, "name", false));
        assertEquals(count("2026", " AND a.type = 'province'"), provinces.size());
        assertEquals(Set.of("province"), Set.copyOf(provinces.stream().map(AgencyLine::type).toList()));
        for (String words : List.of("lao cai", "LÀO CAI", "15")) {
            assertEquals(List.of("15"),
                    codes(list(round, new AgencyFilter(words, null, null, null, null, null, "name", false))), words);
        }
        assertTrue(codes(list(round, new AgencyFilter("da nang", null, null, null, null, null, "name", false)))
                .contains("48"));
        for (String words : List.of("%", "_", "!", "'", "<script>")) {
            assertEquals(List.of(), list(round, new AgencyFilter(words, null, null, null, null, null, "name", false)),
                    words);
        }
        assertTrue(list(round, new AgencyFilter(null, null, null, null, 2, null, "name", false)).stream()
                .allMatch(line -> line.level() == 2));
        List<AgencyLine> below = list(round, new AgencyFilter(null, null, null, null, null, 3, "name", false));
        assertTrue(below.stream().allMatch(line -> line.level() == null || line.level() < 3));
        assertTrue(below.stream().anyMatch(line -> line.level() == null));
        for (Standing standing : Standing.values()) {
            List<AgencyLine> found = list(round, AgencyFilter.of(standing, "name", false));
            assertEquals(nationalStandings.count(round, standing), found.size(), standing.key());
            assertTrue(found.stream().allMatch(line -> line.handedIn() == (standing == Standing.HANDED_IN)),
                    standing.key());
        }
        assertEquals(count("2026", ""),
                nationalStandings.count(round, Standing.HANDED_IN) + nationalStandings.count(round, Standing.WAITING));
    }

    @Test
    void listsAreSortedWithThoseWithoutValueLast() {
        caller.actAs("lanhdao");
        RoundChoice round = round("2026");
        for (boolean descending : List.of(false, true)) {
            sorted(values(round, "index", descending, AgencyLine::index), descending);
            sorted(values(round, "level", descending, AgencyLine::level), descending);
            sorted(values(round, "SHR", descending, (AgencyLine line) -> line.dimensions().get("SHR")), descending);
        }
        List<AgencyLine> recent = list(round, AgencyFilter.of(Standing.HANDED_IN, "handed-in", true));
        assertEquals(
                recent.stream().sorted(Comparator.comparing(AgencyLine::handedInAt).reversed())
                        .map(AgencyLine::handedInAt).toList(),
                recent.stream().map(AgencyLine::handedInAt).toList());
    }

    @Test
    void aPageBeyondTheLastIsTheLast() {
        caller.actAs("lanhdao");
        RoundChoice round = round("2025");
        Slice<AgencyLine> second = nationalStandings.agencies(round, EVERYONE, 2, false);
        assertEquals(second.total() - Slice.SIZE, second.rows().size());
        assertEquals(second, nationalStandings.agencies(round, EVERYONE, Integer.MAX_VALUE, false));
        assertEquals(1, nationalStandings.agencies(round, EVERYONE, -1, false).page());
    }

    @Test
    void whoseRolesReachNoSubtreeSeesNoAgency() {
        caller.actAs("lanhdao");
        assertEquals(0, agencies.list(round("2025").id(), List.of(), EVERYONE, 1, true).total());
    }

    @Test
    void aPageCostsAsManyStatementsForAThousandAgencies() throws Exception {
        caller.actAs("lanhdao");
        List<String> national = caller.subtrees(Permission.VIEW);
        undone(() -> {
            long before = round("2025").agencies();
            costs(national, before);
            addCommunes();
            RoundChoice round = round("2025");
            assertEquals(before + COMMUNES, round.agencies());
            costs(national, before + COMMUNES);
            assertEquals(COMMUNES,
                    agencies.list(round.id(), national,
                            new AgencyFilter(null, null, "15", null, null, null, "name", false), 1,
                            false).total());
            caller.actAs("canbo");
            assertEquals(COMMUNES + 1,
                    agencies.list(round.id(), caller.subtrees(Permission.VIEW), EVERYONE, 1, false).total());
        });
    }

    private void costs(List<String> national, long expected) {
        long round = round("2025").id();
        for (AgencyFilter filter : List.of(EVERYONE, AgencyFilter.of(null, "SHR", true),
                AgencyFilter.of(Standing.HANDED_IN, "progress", false))) {
            long used = used(() -> {
                Slice<AgencyLine> page = agencies.list(round, national, filter, 2, true);
                assertEquals(expected, page.total());
                assertFalse(page.rows().isEmpty());
            });
            assertTrue(used > 0 && used <= MOST_STATEMENTS, () -> "statements " + used);
        }
        long used = used(() -> figures.groups(round));
        assertTrue(used > 0 && used <= MOST_STATEMENTS, () -> "statements " + used);
    }

    private void addCommunes() {
        String added = " FROM agency a WHERE a.id > 900000000";
        for (String sql : List.of(
                "INSERT INTO agency (id, code, name, type, parent_id, path, version) SELECT 900000000 + n, CONCAT('Z', n),"
                        + " CONCAT('Xã thử ', n), 'commune', p.id, CONCAT(p.path, 900000000 + n, '/'), 0 FROM (SELECT ROW_NUMBER()"
                        + " OVER (ORDER BY a.id, b.id) AS n FROM agency a CROSS JOIN agency b LIMIT " + COMMUNES
                        + ") numbers"
                        + " JOIN agency p ON p.code = '15'",
                "INSERT INTO assessment (id, round_id, agency_id, state, handed_in_at, version) SELECT a.id,"
                        + " (SELECT id FROM assessment_round WHERE code = '2025'), a.id, 'PUBLISHED', NOW(6), 0"
                        + added,
                "INSERT INTO assessment_score (assessment_id, level, index_value, declared_level, declared_index, answered, applicable,"
                        + " evidenced, computed_at) SELECT a.id, 2, 2.5, 2, 2.5, 45, 45, 1, NOW(6)" + added,
                "INSERT INTO node_score (assessment_id, node, level, index_value) SELECT a.id, nodes.node, 2, 2.5"
                        + " FROM agency a CROSS JOIN (SELECT DISTINCT node FROM node_score) nodes WHERE a.id > 900000000",
                "UPDATE assessment_round SET version = version + 1 WHERE code = '2025'")) {
            entities.createNativeQuery(sql).executeUpdate();
        }
    }

    private <T> List<T> values(RoundChoice round, String sort, boolean descending, Function<AgencyLine, T> value) {
        return nationalStandings.agencies(round, AgencyFilter.of(null, sort, descending), 1, true).rows().stream()
                .map(value)
                .toList();
    }

    private static <T extends Comparable<T>> void sorted(List<T> values, boolean descending) {
        List<T> known = values.stream().filter(Objects::nonNull).toList();
        assertTrue(known.size() > 1 && known.size() < values.size());
        Comparator<T> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<T> expected = Stream.concat(known.stream().sorted(order), values.stream().filter(Objects::isNull))
                .toList();
        assertEquals(expected, values);
    }

    private List<AgencyLine> list(RoundChoice round, AgencyFilter filter) {
        Slice<AgencyLine> first = nationalStandings.agencies(round, filter, 1, false);
        return first.pages() == 1 ? first.rows()
                : Stream.concat(first.rows().stream(),
                        nationalStandings.agencies(round, filter, 2, false).rows().stream())
                        .toList();
    }

    private static List<String> codes(List<AgencyLine> lines) {
        return lines.stream().map(AgencyLine::code).toList();
    }

    private RoundSelection rounds(String code) {
        return nationalRounds.rounds(code).orElseThrow();
    }

    private RoundChoice round(String code) {
        return rounds(code).shown();
    }

    private static String handedIn() {
        return " AND s.state <> 'NOT_STARTED' AND s.state <> 'IN_PROGRESS' AND s.state <> 'READY'";
    }

    private long count(String round, String condition) {
        return ((Number) entities.createNativeQuery("SELECT COUNT(*) FROM assessment s, agency a, assessment_round r"
                + " WHERE a.id = s.agency_id AND r.id = s.round_id AND r.code = ?1" + condition).setParameter(1, round)
                .getSingleResult())
                .longValue();
    }

    /** What was written belongs to a state of the round that nobody has asked for before. */
    private void touch(String round) {
        entities.createNativeQuery("UPDATE assessment_round SET version = ?1 WHERE code = ?2")
                .setParameter(1, (int) (System.nanoTime() % 1_000_000_000L)).setParameter(2, round).executeUpdate();
    }

    private void undone(Deed deed) throws Exception {
        try {
            deed.run();
        } finally {
            again();
        }
    }
}
