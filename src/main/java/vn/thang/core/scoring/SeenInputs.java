package vn.thang.core.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;

/**
 * What is known of an agency to those who may not read its restricted answers: of these the level of the dimension that asks for
 * them, which everybody sees. The restricted answers are replaced by the first ones, in an order that depends on nothing else, by
 * which every dimension and the whole have the levels that everybody sees; so nothing that is computed of the inputs can say more
 * of the answers, whatever rules it is computed by, and nobody moves by the replacement.
 */
public final class SeenInputs {

    /** How many answers of one dimension are tried, and how many of an agency. */
    private static final int TRIES = 3_000;
    private static final int TRIES_IN_ALL = 20_000;
    /** Of so many criteria all choices are tried which of them stand higher than the others. */
    private static final int CHOSEN = 10;
    /** Answers of one dimension that are worth trying together with those of others. */
    private static final int KEPT = 12;

    private final MaturityModel model;
    private final Answers official;
    private final Scorecard shown;
    private int left = TRIES_IN_ALL;

    private SeenInputs(MaturityModel model, Answers official) {
        this.model = model;
        this.official = official;
        shown = Scoring.score(model, official);
    }

    /**
     * Returns the inputs with nothing in them that is restricted; empty where no answers were found that give the levels which
     * everybody sees, so that nothing can be said of the agency.
     *
     * @param model      by which the agency was assessed, as its type sees it
     * @param restricted codes of criteria whose answers are restricted, besides those that the model restricts
     */
    public static Optional<Map<String, CriterionInput>> of(MaturityModel model, Map<String, CriterionInput> inputs,
            Set<String> restricted) {
        SeenInputs seen = new SeenInputs(model, Inputs.answers(model, inputs, Column.OFFICIAL));
        List<Hidden> hidden = new ArrayList<>();
        seen.collect(model.whole(), restricted, hidden);
        if (hidden.isEmpty()) {
            return Optional.of(inputs);
        }
        return seen.answers(hidden).map(answers -> replaced(inputs, hidden, answers));
    }

    /** The restricted criteria that a dimension asks for itself. */
    private record Hidden(Dimension dimension, List<Criterion> criteria) {
    }

    /** Inner dimensions come first, since the outer ones stand on them. */
    private void collect(Dimension node, Set<String> restricted, List<Hidden> hidden) {
        node.children().forEach(child -> {
            if (child instanceof Dimension inner) {
                collect(inner, restricted, hidden);
            }
        });
        List<Criterion> own = node.children().stream().filter(Criterion.class::isInstance).map(Criterion.class::cast)
                .filter(one -> one.restricted() || restricted.contains(one.code())).toList();
        if (!own.isEmpty()) {
            hidden.add(new Hidden(node, own));
        }
    }

    private Optional<Map<String, Answer>> answers(List<Hidden> hidden) {
        Map<String, Answer> open = new HashMap<>(official.byCriterion());
        hidden.forEach(part -> part.criteria().forEach(one -> open.remove(one.code())));
        Map<String, Answer> first = new HashMap<>(open);
        for (Hidden part : hidden) {
            fits(part, first).findFirst().ifPresent(first::putAll);
        }
        return isAsShown(first) ? Optional.of(first) : together(hidden, 0, open);
    }

    /** Tries what fits one dimension with what fits the others, where a level above depends on the indexes below. */
    private Optional<Map<String, Answer>> together(List<Hidden> hidden, int place, Map<String, Answer> known) {
        if (place == hidden.size()) {
            left--;
            return isAsShown(known) ? Optional.of(known) : Optional.empty();
        }
        Hidden part = hidden.get(place);
        Set<Fraction> indexes = new HashSet<>();
        List<Map<String, Answer>> fits = fits(part, known)
                .filter(fit -> indexes.add(score(with(known, fit), part.dimension()).index())).limit(KEPT).toList();
        for (Map<String, Answer> fit : fits) {
            Optional<Map<String, Answer>> found = together(hidden, place + 1, with(known, fit));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean isAsShown(Map<String, Answer> answers) {
        Scorecard scored = Scoring.score(model, new Answers(answers));
        return model.whole().withBelow().stream()
                .allMatch(node -> isSame(score(scored, node), score(shown, node)));
    }

    private static boolean isSame(NodeScore one, NodeScore other) {
        return one.level() == other.level() && one.exempt() == other.exempt();
    }

    private NodeScore score(Map<String, Answer> answers, Dimension node) {
        return score(Scoring.score(model, new Answers(answers)), node);
    }

    private NodeScore score(Scorecard card, Dimension node) {
        return node.equals(model.whole()) ? card.whole() : card.node(node.code());
    }

    private static Map<String, Answer> with(Map<String, Answer> known, Map<String, Answer> more) {
        Map<String, Answer> all = new HashMap<>(known);
        all.putAll(more);
        return all;
    }

    /** Returns the answers to a dimension's own restricted criteria by which it has the level that everybody sees. */
    private Stream<Map<String, Answer>> fits(Hidden part, Map<String, Answer> known) {
        NodeScore wanted = score(shown, part.dimension());
        if (wanted.exempt()) {
            return Stream.of(alike(part.criteria(), null));
        }
        return candidates(part.criteria(), wanted.level()).limit(TRIES).takeWhile(one -> left-- > 0)
                .filter(candidate -> isSame(score(with(known, candidate), part.dimension()), wanted));
    }

    /**
     * All at the level of the dimension, all at another one, some of them lower than the others, and none; a level that is asked
     * for more than once stays in its place.
     */
    private Stream<Map<String, Answer>> candidates(List<Criterion> criteria, int level) {
        int highest = model.levels().highest();
        List<Integer> near = IntStream.rangeClosed(0, highest).boxed()
                .sorted(Comparator.comparingInt((Integer one) -> Math.abs(one - level)).thenComparing(one -> one))
                .toList();
        int chosen = Math.min(CHOSEN, criteria.size());
        Stream<Map<String, Answer>> uneven = near.stream().flatMap(high -> near.stream().filter(low -> low < high)
                .flatMap(low -> IntStream.range(1, (1 << chosen) - 1).mapToObj(choice -> uneven(criteria, choice, low,
                        high))));
        Stream<Map<String, Answer>> exempt = near.stream().flatMap(one -> IntStream.range(1, 1 << chosen)
                .mapToObj(choice -> uneven(criteria, choice, null, one)));
        return Stream.of(near.stream().map(one -> alike(criteria, one)), uneven, exempt).flatMap(one -> one);
    }

    private Map<String, Answer> alike(List<Criterion> criteria, Integer level) {
        return uneven(criteria, -1, level, level);
    }

    /** @param choice the criteria, by their bits, that are at the low level, which is null for an exemption */
    private Map<String, Answer> uneven(List<Criterion> criteria, int choice, Integer low, Integer high) {
        Map<String, Answer> answers = new HashMap<>();
        for (int place = 0; place < criteria.size(); place++) {
            Criterion one = criteria.get(place);
            boolean lower = choice == -1 || place < CHOSEN && (choice >> place & 1) == 1;
            answers.put(one.code(), at(one, lower ? low : high));
        }
        answers.values().removeIf(answer -> answer == null);
        return answers;
    }

    /** Null where nothing counts at level 0, as for who did not answer. */
    private Answer at(Criterion criterion, Integer level) {
        if (level == null) {
            return Answer.EXEMPT;
        }
        return switch (criterion.scale()) {
            case AnswerScale.Levels levels -> levels.accepts(String.valueOf(level)) ? Answer.level(level) : null;
            case AnswerScale.Points points -> points.options().entrySet().stream()
                    .filter(option -> (long) option.getValue() * model.levels().highest() <= (long) level
                            * criterion.weight())
                    .max(Comparator.comparingInt(Map.Entry::getValue)).map(option -> Answer.option(option.getKey()))
                    .orElse(null);
        };
    }

    private static Map<String, CriterionInput> replaced(Map<String, CriterionInput> inputs, List<Hidden> hidden,
            Map<String, Answer> answers) {
        Map<String, CriterionInput> seen = new HashMap<>(inputs);
        hidden.stream().flatMap(part -> part.criteria().stream()).map(Criterion::code).forEach(code -> {
            Answer answer = answers.get(code);
            if (answer == null) {
                seen.remove(code);
            } else if (answer instanceof Answer.Exempt) {
                seen.put(code, CriterionInput.declared(null, Set.of()).exempted());
            } else {
                seen.put(code, CriterionInput.declared(answer, Set.of()).ruled(answer, false));
            }
        });
        return seen;
    }
}
