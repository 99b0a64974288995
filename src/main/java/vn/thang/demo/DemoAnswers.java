package vn.thang.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;

/**
 * Plausible answers of an agency that exists, invented from a seed: each agency has a strength of its own, each of its
 * dimensions a little of its own, and all rise from year to year.
 */
final class DemoAnswers {

    private static final long SEED = 2629;
    private static final int FIRST_YEAR = 2024;
    private static final double YEARLY_RISE = 0.5;

    private final MaturityModel model;

    /** @param evidence levels with evidence, out of those that the declared level needs */
    record DemoAnswer(String criterion, int level, List<Integer> evidence, boolean commented) {

        /** With everything that the completeness check looks for. */
        DemoAnswer complete() {
            return new DemoAnswer(criterion, level, IntStream.rangeClosed(2, level).boxed().toList(), true);
        }
    }

    DemoAnswers(MaturityModel model) {
        this.model = model;
    }

    /** The answers of an agency in a year, in model order. */
    List<DemoAnswer> of(String agencyCode, String agencyType, int year) {
        SplittableRandom ofAgency = new SplittableRandom(SEED + agencyCode.hashCode() * 31L);
        double strength = (agencyType.equals("province") ? 2.05 : 2.35) + normal(ofAgency) * 0.5
                + (year - FIRST_YEAR) * YEARLY_RISE;
        SplittableRandom ofYear = ofAgency.split();
        for (int i = FIRST_YEAR; i < year; i++) {
            ofYear = ofYear.split();
        }
        List<DemoAnswer> answers = new ArrayList<>();
        for (Dimension dimension : model.dimensions()) {
            double inDimension = strength + normal(ofAgency) * 0.28;
            for (Criterion criterion : MaturityModel.criteriaBelow(dimension).values()) {
                int level = (int) Math.round(inDimension + normal(ofYear) * 0.3);
                answers.add(
                        answer(criterion.code(), Math.max(1, Math.min(model.highest(), level)), ofYear));
            }
        }
        return answers;
    }

    private static DemoAnswer answer(String criterion, int level, SplittableRandom random) {
        List<Integer> evidence = new ArrayList<>();
        int supported = random.nextInt(20) == 0 ? level - 1 : level;
        for (int k = 2; k <= supported; k++) {
            evidence.add(k);
        }
        return new DemoAnswer(criterion, level, evidence, random.nextInt(6) == 0);
    }

    /** Near enough to a normal distribution for a picture: the sum of twelve uniform numbers less six. */
    private static double normal(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }
}
