package vn.thang.dashboard.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Fraction;
import vn.thang.core.review.ErrorSample;
import vn.thang.core.target.Confidence;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.Formats;
import vn.thang.platform.list.Cut;
import vn.thang.sampling.AuditSample;
import vn.thang.sampling.AuditSampling;
import vn.thang.sampling.CaseOrder;
import vn.thang.sampling.Division;
import vn.thang.sampling.SampleJudging;

/** What audit samples say beside the national figure: only one of the country that is judged to its end, and the newest; everything is undone. */
class SampledErrorsIT extends ContainerFixture {

    private static final int TOLERABLE = 20;

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

    private long round;

    @BeforeEach
    void nothingWasDrawnOrJudged() {
        for (String table : List.of("audit_case", "audit_stratum", "audit_sample", "verdict")) {
            sql("DELETE FROM " + table);
        }
        round = number("SELECT id FROM assessment_round WHERE code = '2025'");
    }

    @Test
    void theRateAndItsBoundAreThoseOfTheJudgedSampleAtNinetyFivePercent() {
        assertEquals(Optional.empty(), errors.of(List.of()));
        long id = draw("VN", 90, Division.WHOLE);
        assertEquals(Optional.empty(), errors.of(List.of(round)), "nothing is known before all are judged");
        judge(id, 2);
        AuditSample sample = shown(id).sample();
        SampledErrors.Rate rate = errors.of(List.of(round)).orElseThrow();
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
        SampledErrors.Rate rate = errors.of(List.of(round)).orElseThrow();
        long population = parts.stream().mapToLong(ErrorSample::population).sum();
        assertEquals(Fraction.of(parts.stream().mapToLong(part -> part.most(0.95)).sum(), population), rate.bound());
        assertEquals(ErrorSample.projected(parts), rate.rate().toDecimal(12).doubleValue(), 1e-9);
        assertFalse(rate.exact());
    }

    @Test
    void onlyTheNewestOfTheCountryThatIsJudgedToItsEndCounts() {
        judge(draw("15", 95, Division.WHOLE), 3);
        assertEquals(Optional.empty(), errors.of(List.of(round)), "a part says nothing of the country");
        judge(draw("VN", 95, Division.WHOLE), 2);
        Fraction first = errors.of(List.of(round)).orElseThrow().rate();
        long later = draw("VN", 95, Division.WHOLE);
        judgeSome(later, 0, 1);
        assertEquals(first, errors.of(List.of(round)).orElseThrow().rate(), "the later one is not finished");
        judge(later, 0);
        assertEquals(Fraction.ZERO, errors.of(List.of(round)).orElseThrow().rate());
        long other = number("SELECT id FROM assessment_round WHERE code = '2024'");
        assertEquals(Optional.empty(), errors.of(List.of(round, other)), "every round of a figure needs its sample");
    }

    /** The sentence of the page beside the word, and the word itself: above ten per cent weak, up to five verified. */
    @Test
    void thePageTellsBothBesideTheWord() {
        judge(draw("VN", 95, Division.WHOLE), 2);
        SampledErrors.Rate rate = errors.of(List.of(round)).orElseThrow();
        TargetLine line = line(Optional.of(rate));
        String said = words.sampled(line);
        assertTrue(said.contains(shown(rate.rate())), said);
        assertTrue(said.contains(shown(rate.bound())), said);
        assertEquals("", words.sampled(line(Optional.empty())));
        assertEquals(Confidence.WEAK, line.behind().confidence());
        assertEquals(Confidence.DECLARED, line(Optional.empty()).behind().confidence());
    }

    private String shown(Fraction share) {
        return formats.percent(share.times(100).toDecimal(1));
    }

    private TargetLine line(Optional<SampledErrors.Rate> error) {
        BigDecimal none = BigDecimal.ZERO;
        Confidence.Parts parts = new Confidence.Parts(false, true, BigDecimal.ONE, none, none, none,
                error.map(SampledErrors.Rate::bound));
        return new TargetLine(catalog.programme().target("P1-08"), 0, List.of(), List.of(), Outlook.UNKNOWN,
                new TargetLine.Behind(parts, Collections.emptySortedMap(), error, false));
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
