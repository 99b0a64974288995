package vn.thang.dashboard.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Fraction;
import vn.thang.core.review.ErrorSample;
import vn.thang.core.target.Confidence;
import vn.thang.core.target.NationalFigure;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.data.Asked;
import vn.thang.data.target.TargetData;
import vn.thang.data.target.TargetRow;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.Formats;
import vn.thang.platform.ReportRows;
import vn.thang.platform.Texts;
import vn.thang.platform.list.Cut;
import vn.thang.sampling.AuditSample;
import vn.thang.sampling.AuditSampling;
import vn.thang.sampling.CaseOrder;
import vn.thang.sampling.Division;
import vn.thang.sampling.SampleJudging;

/**
 * What audit samples say beside the national figure: of each of its rounds the newest of the country that is judged to its end, was
 * drawn of what is published, and of no other agencies than the figure counts; everything is undone.
 */
class SampledErrorsIT extends ContainerFixture {

    private static final int TOLERABLE = 20;
    private static final String PUBLISHED = "2026-03-02 02:00:00";
    private static final String BEFORE = "2026-03-02 01:59:59";
    /** How many answers each part had from which a sample was drawn. */
    private static final Map<String, Integer> SIMPLE = Map.of("*", 2_000);
    private static final Map<String, Integer> BY_TYPE = Map.of("ministry", 600, "ministerial-agency", 200,
            "government-agency", 200, "province", 1_000);

    @Inject
    private SampledErrors errors;

    @Inject
    private AuditSampling sampling;

    @Inject
    private SampleJudging judging;

    @Inject
    private TargetWords words;

    @Inject
    private Formats formats;

    @Inject
    private Catalog catalog;

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Inject
    private TargetData data;

    @Inject
    @Any
    private Instance<ReportRows> reports;

    @BeforeEach
    void nothingWasDrawnOrJudged() {
        for (String table : List.of("audit_case", "audit_stratum", "audit_sample", "verdict")) {
            sql("DELETE FROM " + table);
        }
        sql("UPDATE assessment SET published_at = ?1 WHERE published_at IS NOT NULL", PUBLISHED);
    }

    private RoundChoice round(String code) {
        caller.actAs("lanhdao");
        return rounds.rounds(code).orElseThrow().shown();
    }

    /** A figure that counts the results of the round of 2025 of these types alone. */
    private NationalFigure<RoundChoice> figure(Set<String> types) {
        RoundChoice round = round("2025");
        Map<String, RoundChoice> counted = new TreeMap<>();
        types.forEach(type -> counted.put(type, round));
        return new NationalFigure<>(round.dueOn(), counted);
    }

    private NationalFigure<RoundChoice> whole() {
        return figure(round("2025").scope());
    }

    /** Ministries as they were asked in 2024, and everybody else as in 2025. */
    private NationalFigure<RoundChoice> both() {
        Map<String, RoundChoice> counted = new TreeMap<>(whole().rounds());
        counted.put("ministry", round("2024"));
        return new NationalFigure<>(round("2025").dueOn(), counted);
    }

    @Test
    void theRateAndItsBoundAreThoseOfTheJudgedSampleAtNinetyFivePercent() {
        assertEquals(Optional.empty(), errors.of(new NationalFigure<>(LocalDate.EPOCH, Map.of())));
        long id = draw("VN", 90, Division.WHOLE);
        assertEquals(Optional.empty(), errors.of(whole()), "nothing is known before all are judged");
        judge(id, 2);
        AuditSample sample = shown(id).sample();
        SampledErrors.Rate rate = errors.of(whole()).orElseThrow();
        ErrorSample whole = new ErrorSample(sample.population(), sample.size(), 2);
        assertEquals(Fraction.of(2, sample.size()), rate.rate());
        assertEquals(Fraction.of(whole.most(0.95), sample.population()), rate.bound());
        assertNotEquals(Fraction.of(whole.most(0.90), sample.population()), rate.bound(),
                "whatever the auditor wanted");
        assertTrue(rate.exact());
    }

    @Test
    void theBoundsOfPartsAreAddedUpAndSaidToBeRatherTooHigh() {
        long id = draw("VN", 95, Division.TYPE);
        judge(id, 3);
        List<ErrorSample> parts = shown(id).strata().stream()
                .map(part -> new ErrorSample(part.population(), part.size(), part.wrong())).toList();
        assertTrue(parts.size() > 1);
        SampledErrors.Rate rate = errors.of(whole()).orElseThrow();
        long population = parts.stream().mapToLong(ErrorSample::population).sum();
        assertEquals(Fraction.of(parts.stream().mapToLong(part -> part.most(0.95)).sum(), population), rate.bound());
        assertEquals(ErrorSample.projected(parts), rate.rate().toDecimal(12).doubleValue(), 1e-9);
        assertFalse(rate.exact());
    }

    @Test
    void onlyTheNewestOfTheCountryThatIsJudgedToItsEndCounts() {
        judge(draw("15", 95, Division.WHOLE), 3);
        assertEquals(Optional.empty(), errors.of(whole()), "a part says nothing of the country");
        judge(draw("VN", 95, Division.WHOLE), 2);
        Fraction first = errors.of(whole()).orElseThrow().rate();
        long later = draw("VN", 95, Division.WHOLE);
        judgeSome(later, 0, 1);
        assertEquals(first, errors.of(whole()).orElseThrow().rate(), "the later one is not finished");
        judge(later, 0);
        assertEquals(Fraction.ZERO, errors.of(whole()).orElseThrow().rate());
        assertEquals(Optional.empty(), errors.of(both()), "every round of a figure needs its sample");
    }

    /** The sentence of the page beside the word, and the word itself: above ten per cent weak, up to five verified. */
    @Test
    void thePageTellsBothBesideTheWord() {
        judge(draw("VN", 95, Division.WHOLE), 2);
        SampledErrors.Rate rate = errors.of(whole()).orElseThrow();
        TargetLine line = line(Optional.of(rate));
        String said = words.sampled(line);
        assertTrue(said.contains(shown(rate.rate())), said);
        assertTrue(said.contains(shown(rate.bound())), said);
        assertEquals("", words.sampled(line(Optional.empty())));
        assertEquals(Confidence.WEAK, line.quality().confidence());
        assertEquals(Confidence.DECLARED, line(Optional.empty()).quality().confidence());
    }

    /** Draws of each part 60 answers, all judged; as many of them are wrong as are named. */
    private long drawn(String at, String drawnOn, Map<String, Integer> parts, int wrong) {
        return drawn("2025", at, drawnOn, parts, wrong);
    }

    private long drawn(String round, String at, String drawnOn, Map<String, Integer> parts, int wrong) {
        sql("INSERT INTO audit_sample (round_id, agency_id, purpose, confidence, tolerable, allowed, strata, seed,"
                + " population, size, drawn_by, drawn_at) SELECT r.id, a.id, 'x', 0.95, 0.05, 0, ?1, 's', ?2, ?3, p.id, ?4"
                + " FROM assessment_round r JOIN agency a ON a.code = ?5 JOIN person p ON p.username = 'kiemtoan'"
                + " WHERE r.code = ?6", parts.size() == 1 ? "WHOLE" : "TYPE",
                parts.values().stream().mapToInt(Integer::intValue).sum(), 60 * parts.size(), drawnOn, at, round);
        long id = number("SELECT MAX(id) FROM audit_sample");
        int from = 0;
        for (Map.Entry<String, Integer> part : new TreeMap<>(parts).entrySet()) {
            sql("INSERT INTO audit_stratum (sample_id, name, population, size) VALUES (?1, ?2, ?3, 60)", id,
                    part.getKey(), part.getValue());
            sql("INSERT INTO audit_case (sample_id, stratum, assessment_id, criterion, value, found, judged_at)"
                    + " SELECT ?1, ?2, w.assessment_id, w.criterion, '3', IF(w.place <= ?3, '2', '3'), ?4 FROM"
                    + " (SELECT n.assessment_id, n.criterion, ROW_NUMBER() OVER (ORDER BY n.id) - ?5 AS place FROM answer n"
                    + " JOIN assessment s ON s.id = n.assessment_id JOIN assessment_round r ON r.id = s.round_id"
                    + " AND r.code = ?6) w WHERE w.place BETWEEN 1 AND 60", id, part.getKey(), wrong, drawnOn, from,
                    round);
            from += 60;
        }
        assertEquals(60L * parts.size(), number("SELECT COUNT(*) FROM audit_case WHERE sample_id = ?1", id));
        return id;
    }

    private long drawn(Map<String, Integer> parts, int wrong) {
        return drawn("VN", PUBLISHED, parts, wrong);
    }

    private static Fraction bound(int population, int wrong) {
        return Fraction.of(new ErrorSample(population, 60, wrong).most(0.95), population);
    }

    /** Ministries were asked in one round and everybody else in the next: what is not known of both is not known of the figure. */
    @Test
    void everyRoundOfTheFigureNeedsASampleOfItsOwn() {
        drawn(BY_TYPE, 0);
        assertEquals(Optional.empty(), errors.of(both()));
        drawn("2024", "VN", PUBLISHED, BY_TYPE, 3);
        assertEquals(Fraction.of(3, 60).times(600).dividedBy(2_000), errors.of(both()).orElseThrow().rate(),
                "each part by its size");
    }

    /** 98 % of what was drawn may be of communes: it says nothing of the 56 in scope, unless these are a part of their own. */
    @Test
    void ofAgenciesOutOfScopeNothingIsRead() {
        drawn(SIMPLE, 0);
        assertEquals(Optional.empty(), errors.of(figure(Set.of("province"))));
        drawn(BY_TYPE, 2);
        SampledErrors.Rate rate = errors.of(figure(Set.of("province"))).orElseThrow();
        assertEquals(bound(1_000, 2), rate.bound());
        assertTrue(rate.exact(), "it is one part");
        assertEquals(Fraction.of(new ErrorSample(600, 60, 2).most(0.95) + new ErrorSample(1_000, 60, 2).most(0.95),
                1_600), errors.of(figure(Set.of("province", "ministry"))).orElseThrow().bound());
        drawn(SIMPLE, 9);
        assertEquals(rate, errors.of(figure(Set.of("province"))).orElseThrow(), "the newest that speaks for it");
        drawn(Map.of("ministry", 600, "commune", 900), 0);
        assertEquals(rate, errors.of(figure(Set.of("province"))).orElseThrow(), "no province was drawn");
    }

    /** Six agencies may have handed in when it was drawn: it says nothing of what was published. */
    @Test
    void whatWasDrawnBeforeTheResultsWerePublishedSaysNothingOfThem() {
        drawn("VN", BEFORE, SIMPLE, 0);
        assertEquals(Optional.empty(), errors.of(whole()));
        drawn(SIMPLE, 1);
        drawn("VN", BEFORE, SIMPLE, 0);
        assertEquals(bound(2_000, 1), errors.of(whole()).orElseThrow().bound());
        sql("UPDATE assessment SET published_at = NULL");
        assertEquals(Optional.empty(), errors.of(whole()), "a round that is not published has no published result");
    }

    /** What a sample says decides the word beside the value, and only where it speaks for it. */
    @Test
    void theWordBesideATargetFollows() {
        drawn(SIMPLE, 20);
        TargetLine weak = line();
        assertEquals(Confidence.WEAK, weak.quality().confidence());
        assertEquals(bound(2_000, 20), weak.quality().error().orElseThrow().bound());
        drawn("VN", BEFORE, SIMPLE, 0);
        assertEquals(Optional.of(bound(2_000, 20)), line().quality().parts().orElseThrow().error(),
                "it was drawn too early");
        drawn(SIMPLE, 0);
        assertEquals(Optional.of(bound(2_000, 0)), line().quality().parts().orElseThrow().error());
    }

    /** Programs and the report of the targets get both figures too, and none where nothing was drawn. */
    @Test
    void programsAndTheReportGetTheRateAndItsBound() {
        drawn(BY_TYPE, 3);
        SampledErrors.Rate rate = line().quality().error().orElseThrow();
        caller.actAs("kiemtoan");
        Map<String, TargetRow> rows = data.targets("2025", Asked.of(Map.of()), Texts.LANGUAGES.get(0)).rows().stream()
                .collect(Collectors.toMap(TargetRow::target, row -> row));
        assertEquals(rate.rate().times(100).toDecimal(6), rows.get("P1-08").errorRate());
        assertEquals(rate.bound().times(100).toDecimal(6), rows.get("P1-08").errorBound());
        assertNull(rows.get("P1-02").errorRate(), "it is measured");
        Map<Object, Map<String, Object>> reported = new HashMap<>();
        reports.stream().filter(one -> one.name().equals("targets")).findFirst().orElseThrow().each(
                new ReportRows.Asked("2025", "VN", null, null, null, Texts.LANGUAGES.get(0)),
                row -> reported.put(row.get("code"), row));
        assertEquals(rate.rate().toDecimal(6), reported.get("P1-08").get("error_rate"));
        assertEquals(rate.bound().toDecimal(6), reported.get("P1-08").get("error_bound"));
        assertNull(reported.get("P1-02").get("error_bound"));
    }

    /** Each time as if the round had changed, so that nothing is read that was made a moment ago. */
    private TargetLine line() {
        caller.actAs("lanhdao");
        sql("UPDATE assessment_round SET version = version + 7919 WHERE code = '2025'");
        return targets.target(rounds.rounds("2025").orElseThrow(), "P1-08");
    }

    private String shown(Fraction share) {
        return formats.percent(share.times(100).toDecimal(1));
    }

    private TargetLine line(Optional<SampledErrors.Rate> error) {
        BigDecimal none = BigDecimal.ZERO;
        Confidence.Parts parts = new Confidence.Parts(false, true, BigDecimal.ONE, none, none, none,
                error.map(SampledErrors.Rate::bound));
        return new TargetLine(catalog.programme().target("P1-08"), 0, List.of(), List.of(), Outlook.UNKNOWN,
                new TargetQuality(parts, Collections.emptySortedMap(), error, false));
    }

    private long draw(String agency, int confidence, Division division) {
        caller.actAs("kiemtoan");
        return sampling.draw(new AuditSampling.Wanted("2025", agency, "Kiểm toán đợt 2025", confidence, TOLERABLE, 0,
                division, null));
    }

    private AuditSampling.Shown shown(long id) {
        caller.actAs("kiemtoan");
        return sampling.get(id);
    }

    /** The first so many are found to be wrong, all others right. */
    private void judge(long id, int wrong) {
        judgeSome(id, wrong, Integer.MAX_VALUE);
    }

    private void judgeSome(long id, int wrong, int most) {
        caller.actAs("thamdinh");
        int[] left = {wrong};
        sampling.cases(id, Cut.whole(CaseOrder.DRAWN, false)).rows().stream().limit(most)
                .forEach(one -> judging.judge(one.id(),
                        left[0]-- > 0 ? one.value().equals("1") ? "2" : "1" : one.value(), "as found"));
    }
}
