package vn.thang.core.scoring;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Bands;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.Gate;
import vn.thang.core.model.IndicatorLink;
import vn.thang.core.model.LevelRule;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;

/** Small models in few words. */
public final class Models {

    private Models() {
    }

    /** A model whose whole has the default gate. */
    public static MaturityModel model(Node... children) {
        return model(Gate.OF_WHOLE, children);
    }

    public static MaturityModel model(LevelRule rule, Node... children) {
        return new MaturityModel("test", "1", MaturityModel.Status.PROPOSAL,
                new Dimension("", 1, false, rule, List.of(children)));
    }

    /** The same model with another tree. */
    public static MaturityModel with(MaturityModel model, Dimension whole) {
        return new MaturityModel(model.id(), model.version(), model.status(), whole, model.evidenceExpires(),
                model.levels(), model.overall());
    }

    public static Dimension dimension(String code, int weight, LevelRule rule, Node... children) {
        return new Dimension(code, weight, false, rule, List.of(children));
    }

    public static Gate gate(String at, String below) {
        return new Gate(comparison(at), comparison(below), OptionalInt.empty());
    }

    public static Gate gate(String at, String below, int maxGap) {
        return new Gate(comparison(at), comparison(below), OptionalInt.of(maxGap));
    }

    /** {@code >50} or {@code >=33.5}. */
    public static Comparison comparison(String text) {
        boolean strict = !text.startsWith(">=");
        return new Comparison(strict, new BigDecimal(text.substring(strict ? 1 : 2)).movePointRight(2).intValueExact());
    }

    /** Bands from bounds in hundredths. */
    public static Bands bands(int... hundredths) {
        return new Bands(Arrays.stream(hundredths).mapToObj(bound -> Fraction.of(bound, 100)).toList());
    }

    public static Criterion criterion(String code, int weight) {
        return criterion(code, weight, false, Map.of(), AnswerScale.LEVELS);
    }

    public static Criterion core(String code, int weight) {
        return criterion(code, weight, true, Map.of(), AnswerScale.LEVELS);
    }

    public static Criterion criterion(String code, int weight, boolean core, Map<Integer, Integer> effort,
            AnswerScale scale) {
        return new Criterion(code, weight, core, Criterion.Sensitivity.PUBLIC, Set.of(), Map.of(), effort,
                Optional.empty(), scale);
    }

    public static Criterion points(String code, int maximum, Object... optionsAndPoints) {
        Map<String, Integer> options = new LinkedHashMap<>();
        for (int i = 0; i < optionsAndPoints.length; i += 2) {
            options.put((String) optionsAndPoints[i], (Integer) optionsAndPoints[i + 1]);
        }
        return criterion(code, maximum, false, Map.of(), new AnswerScale.Points(options));
    }

    public static Criterion with(Criterion criterion, Map<Integer, String> evidence, IndicatorLink indicator) {
        return new Criterion(criterion.code(), criterion.weight(), criterion.core(), criterion.sensitivity(),
                criterion.appliesTo(), evidence, criterion.effort(), Optional.ofNullable(indicator), criterion.scale());
    }

    /** Answers to the criteria prefix1, prefix2 and so on: a level, 0 for unanswered, -1 for exempt. */
    public static Answers answers(String prefix, int... levels) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] != 0) {
                answers.put(prefix + (i + 1), levels[i] < 0 ? Answer.EXEMPT : Answer.level(levels[i]));
            }
        }
        return new Answers(answers);
    }
}
