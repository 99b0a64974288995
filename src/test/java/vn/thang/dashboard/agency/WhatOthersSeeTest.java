package vn.thang.dashboard.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;

/**
 * Plays an outsider who knows every open answer of an agency, all levels, and the indexes as they are shown to others, and tries
 * every combination of restricted answers that would show the same.
 */
class WhatOthersSeeTest {

    private static final String RESTRICTED = "SEC";
    private static final int AGENCIES = 40;

    private final Catalog catalog = new Catalog(Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"vn-dgm/1.0", "vn-dgm/1.1"})
    void theIndexOfTheWholeGivesNoRestrictedAnswerBack(String ref) {
        MaturityModel model = catalog.model(ref).forAgencyType("province");
        List<String> hidden = model.criteria().stream().filter(Criterion::restricted).map(Criterion::code).toList();
        Random random = new Random(20_261_129);
        int byShown = 0;
        int byExact = 0;
        for (int i = 0; i < AGENCIES; i++) {
            Map<String, Answer> answers = new HashMap<>();
            model.criteria().forEach(one -> answers.put(one.code(), Answer.level(1 + random.nextInt(5))));
            Scorecard truth = Scoring.score(model, new Answers(answers));
            List<List<Integer>> byLevels = new ArrayList<>();
            List<List<Integer>> shown = new ArrayList<>();
            List<List<Integer>> exact = new ArrayList<>();
            for (List<Integer> tried : combinations(hidden.size())) {
                for (int at = 0; at < hidden.size(); at++) {
                    answers.put(hidden.get(at), Answer.level(tried.get(at)));
                }
                Scorecard one = Scoring.score(model, new Answers(answers));
                boolean sameDimension = rounded(one.node(RESTRICTED)).equals(rounded(truth.node(RESTRICTED)))
                        && one.node(RESTRICTED).level() == truth.node(RESTRICTED).level()
                        && one.whole().level() == truth.whole().level();
                if (sameDimension) {
                    byLevels.add(tried);
                    if (rounded(one.whole()).equals(rounded(truth.whole()))) {
                        shown.add(tried);
                    }
                    if (one.whole().index().equals(truth.whole().index())) {
                        exact.add(tried);
                    }
                }
            }
            assertTrue(shown.containsAll(exact), "what is exact is also shown");
            assertEquals(known(byLevels), known(shown), "the whole gives back what the dimension keeps");
            byShown += shown.size();
            byExact += exact.size();
        }
        assertTrue(byShown > byExact * 1.2, "an exact index of the whole would say more: " + byShown + " " + byExact);
    }

    /** Returns which of the answers can be one value only. */
    private static Set<Integer> known(List<List<Integer>> possible) {
        Set<Integer> known = new HashSet<>();
        for (int at = 0; at < possible.get(0).size(); at++) {
            int answer = at;
            if (possible.stream().map(one -> one.get(answer)).distinct().count() == 1) {
                known.add(answer);
            }
        }
        return known;
    }

    private static BigDecimal rounded(NodeScore score) {
        return score.index().toDecimal(1);
    }

    private static List<List<Integer>> combinations(int length) {
        List<List<Integer>> all = List.of(List.of());
        for (int i = 0; i < length; i++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> one : all) {
                for (int level = 1; level <= 5; level++) {
                    List<Integer> next = new ArrayList<>(one);
                    next.add(level);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }
}
