package vn.thang.assessment.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.answer.Supporting;
import vn.thang.assessment.ruling.Rulings;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.Counted;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.Inputs;
import vn.thang.core.scoring.Raise;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;
import vn.thang.core.target.Confidence;
import vn.thang.indicator.measured.MeasuredLevels;
import vn.thang.platform.BusinessException;

/**
 * Everything derived from the inputs of one assessment, by one function.
 *
 * @param model    as the agency's type sees it
 * @param answers  of the official column, on which the official scorecard rests
 * @param answered criteria with a declared answer
 * @param applicable criteria to answer: those of the model without exempt ones
 * @param evidenced share of weight whose declared answer is fully supported
 * @param confirmed share of weight that a reviewer confirmed or corrected
 * @param measured  share of weight that a fresh reading measures
 * @param grounded  share of weight that a fresh reading measures or evidence supports in full
 * @param readings  what was measured, by criterion; what lapsed as well, which counts no more
 */
public record ScoredAssessment(MaturityModel model, Map<String, CriterionInput> inputs, Answers answers,
        Scorecard official,
        Scorecard declared, int answered, int applicable, Fraction evidenced, Fraction confirmed, Fraction measured,
        Fraction grounded, Map<String, MeasuredLevels.Measured> readings) {

    private static final int DIGITS = 10;

    /** Without readings. */
    public static ScoredAssessment of(MaturityModel pruned, Map<String, CriterionInput> inputs) {
        return of(pruned, inputs, Map.of());
    }

    /**
     * @param pruned   the model for the type of the agency
     * @param readings where the measured levels of the inputs come from
     */
    public static ScoredAssessment of(MaturityModel pruned, Map<String, CriterionInput> inputs,
            Map<String, MeasuredLevels.Measured> readings) {
        Answers official = Inputs.answers(pruned, inputs, Column.OFFICIAL);
        Shares shares = Shares.of(pruned, inputs, readings);
        return new ScoredAssessment(pruned, inputs, official, Scoring.score(pruned, official),
                Scoring.score(pruned, Inputs.answers(pruned, inputs, Column.DECLARED)), shares.answered(),
                shares.applicable(), shares.evidenced(), shares.confirmed(), shares.measured(), shares.grounded(),
                readings);
    }

    /** What the answers of one assessment rest on, by the weight of the criteria that apply. */
    public record Shares(int answered, int applicable, Fraction evidenced, Fraction confirmed, Fraction measured,
            Fraction grounded) {

        /** How far the result of one agency can be relied on that has handed in. */
        public Confidence confidence() {
            return Confidence.of(new Confidence.Parts(false, true, BigDecimal.ONE, decimal(measured),
                    decimal(grounded.minus(measured)), decimal(confirmed), Optional.empty()));
        }

        private static BigDecimal decimal(Fraction share) {
            return share.toDecimal(DIGITS);
        }

        /**
         * @param model    as the type of the agency sees it, or with what does not apply to it as exempt
         * @param readings where the measured levels of the inputs come from
         */
        public static Shares of(MaturityModel model, Map<String, CriterionInput> inputs,
                Map<String, MeasuredLevels.Measured> readings) {
            int answered = 0;
            long weight = 0;
            long supported = 0;
            long reviewed = 0;
            long measured = 0;
            long grounded = 0;
            List<Criterion> criteria = model.criteria();
            int exempt = 0;
            for (Criterion criterion : criteria) {
                CriterionInput input = inputs.get(criterion.code());
                if (input != null && input.exempt()) {
                    exempt++;
                    continue;
                }
                weight += criterion.weight();
                MeasuredLevels.Measured reading = readings.get(criterion.code());
                boolean isMeasured = input != null && input.measured() != null && (reading == null || reading.fresh());
                boolean isSupported = input != null && input.declared() != null && isSupported(criterion, input);
                measured += isMeasured ? criterion.weight() : 0;
                grounded += isMeasured || isSupported ? criterion.weight() : 0;
                supported += isSupported ? criterion.weight() : 0;
                reviewed += input != null && input.confirmed() != null ? criterion.weight() : 0;
                if (input != null && input.declared() != null) {
                    answered++;
                }
            }
            return new Shares(answered, criteria.size() - exempt, share(supported, weight), share(reviewed, weight),
                    share(measured, weight), share(grounded, weight));
        }
    }

    private static Fraction share(long part, long whole) {
        return whole == 0 ? Fraction.ZERO : Fraction.of(part, whole);
    }

    public double evidencedPercent() {
        return evidenced.times(100).toDecimal(1).doubleValue();
    }

    public double confirmedPercent() {
        return confirmed.times(100).toDecimal(1).doubleValue();
    }

    public double measuredPercent() {
        return measured.times(100).toDecimal(1).doubleValue();
    }

    /** The oldest reading that is used; empty where there is none. */
    public Optional<MeasuredLevels.Measured> oldest() {
        return model.criteria().stream().filter(criterion -> !isExempt(criterion.code()))
                .map(criterion -> readings.get(criterion.code()))
                .filter(reading -> reading != null && reading.used())
                .min(Comparator.comparing(reading -> reading.period().end()));
    }

    /** Whether the evidence supports the declared answer in full. */
    private static boolean isSupported(Criterion criterion, CriterionInput input) {
        OptionalInt level = input.declared().ownLevel();
        return level.isEmpty()
                || Inputs.supported(criterion, level.getAsInt(), input.evidence()) == level.getAsInt();
    }

    /** @throws BusinessException.NotFound when the agency does not answer such a criterion */
    public Criterion criterion(String code) {
        try {
            return model.criterion(code);
        } catch (NoSuchElementException e) {
            throw new BusinessException.NotFound("assessment.unknown-criterion", code);
        }
    }

    public boolean complete() {
        return answered == applicable;
    }

    public boolean isExempt(String criterion) {
        CriterionInput input = inputs.get(criterion);
        return input != null && input.exempt();
    }

    /** Whether there is nothing left to answer. */
    public boolean isSettled(String criterion) {
        return isExempt(criterion) || isAnswered(criterion);
    }

    public boolean isAnswered(String criterion) {
        CriterionInput input = inputs.get(criterion);
        return input != null && input.declared() != null;
    }

    /** What the agency has to do for a raise: to answer higher, or only to attach what it already claims. */
    public Standing.Step step(Raise raise) {
        String to = raise.to().written();
        if (!isAnswered(raise.code())) {
            return new Standing.Step(raise.code(), to, Standing.Step.Kind.ANSWER);
        }
        boolean claimed = Inputs.lacksOnlyEvidence(model.criterion(raise.code()), inputs.get(raise.code()), raise.to());
        return new Standing.Step(raise.code(), to, claimed ? Standing.Step.Kind.EVIDENCE : Standing.Step.Kind.RAISE);
    }

    /** Evidence that supports levels in a round with this last day: all of it, or what holds then where the model lets it expire. */
    static List<? extends Supporting> holding(MaturityModel model, List<? extends Supporting> evidence,
            LocalDate lastDay) {
        return model.evidenceExpires() ? evidence.stream().filter(item -> item.holdsOn(lastDay)).toList() : evidence;
    }

    /** Notes the levels whose evidence does not hold until this last day, where the model lets evidence expire. */
    static void expire(Map<String, CriterionInput> inputs, MaturityModel model, List<? extends Supporting> evidence,
            LocalDate lastDay) {
        if (model.evidenceExpires()) {
            evidence.stream().filter(item -> !item.holdsOn(lastDay)).collect(Collectors.groupingBy(
                    Supporting::criterion, Collectors.mapping(Supporting::level, Collectors.toSet())))
                    .forEach((criterion, levels) -> inputs.computeIfPresent(criterion,
                            (code, known) -> known.expiredAt(levels)));
        }
    }

    /** Returns the assessment as it stands without what reviewers set: what everybody sees before the results are issued. */
    public ScoredAssessment unjudged() {
        return inputs.values().stream().allMatch(input -> input.confirmed() == null) ? this
                : of(model, unjudged(inputs), readings);
    }

    static Map<String, CriterionInput> unjudged(Map<String, CriterionInput> inputs) {
        Map<String, CriterionInput> without = new HashMap<>();
        inputs.forEach((criterion, input) -> without.put(criterion, input.ruled(null, false)));
        return without;
    }

    /** Puts what was measured beside what is known already; what lapsed measures nothing. */
    static void measure(Map<String, CriterionInput> inputs, Map<String, MeasuredLevels.Measured> readings) {
        readings.entrySet().stream().filter(one -> one.getValue().used()).forEach(one -> {
            int level = one.getValue().level();
            inputs.merge(one.getKey(), CriterionInput.declared(null, Set.of()).measuredAt(level),
                    (known, none) -> known.measuredAt(level));
        });
    }

    public static Map<String, CriterionInput> inputs(MaturityModel model, Collection<GivenAnswer> answers,
            List<? extends Supporting> evidence, Rulings rulings) {
        Map<String, Set<Integer>> levels = evidence.stream().collect(Collectors.groupingBy(Supporting::criterion,
                Collectors.mapping(Supporting::level, Collectors.toSet())));
        Map<String, AnswerScale> scales = model.criteria().stream()
                .collect(Collectors.toMap(Criterion::code, Criterion::scale));
        Map<String, CriterionInput> inputs = new HashMap<>();
        for (GivenAnswer answer : answers) {
            AnswerScale scale = scales.get(answer.criterion());
            if (scale != null) {
                inputs.put(answer.criterion(), input(scale, answer.value(),
                        levels.getOrDefault(answer.criterion(), Set.of()), rulings.confirmed().get(answer.criterion()),
                        rulings.decided().contains(answer.criterion())));
            }
        }
        rulings.exempt().forEach(criterion -> exempt(inputs, criterion));
        return inputs;
    }

    /**
     * Returns what is known of a criterion that was answered, as it is stored.
     *
     * @param levels    of evidence that holds
     * @param confirmed what a reviewer or the panel set; null where nobody did
     */
    static CriterionInput input(AnswerScale scale, String value, Set<Integer> levels, String confirmed,
            boolean byPanel) {
        return CriterionInput.declared(Answer.parse(scale, value), levels).ruled(Answer.parse(scale, confirmed),
                byPanel);
    }

    /** Notes that a criterion is exempt, answered or not. */
    static void exempt(Map<String, CriterionInput> inputs, String criterion) {
        inputs.merge(criterion, CriterionInput.declared(null, Set.of()).exempted(), (known, none) -> known.exempted());
    }

    /** Returns this assessment as if the panel had set the value of a criterion; null leaves what follows from the answer. */
    public ScoredAssessment ruled(String criterion, String value) {
        Map<String, CriterionInput> ruled = new HashMap<>(inputs);
        ruled.put(criterion, ruled.getOrDefault(criterion, CriterionInput.declared(null, Set.of()))
                .ruled(Answer.parse(criterion(criterion).scale(), value), true));
        return of(model, ruled);
    }

    /** Returns the official answer to a criterion with its cause, where it is not the one that the agency declared. */
    public Optional<Counted> overruled(String criterion) {
        return Inputs.overruled(criterion(criterion), inputs.get(criterion));
    }
}
