package vn.thang.core.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;

/** Small models: every combination of raises is tried, and the path is the best of those that reach the level. */
class PathTest {

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noOtherPathIsBetter(long seed) {
        RandomModels models = new RandomModels(seed);
        MaturityModel model = models.model(1 + models.number(5));
        while (model.highest() > 5 && model.criteria().size() > 4) {
            model = models.model(1 + models.number(4));
        }
        noOtherPathIsBetter(seed, model, models.answers(model));
    }

    private static void noOtherPathIsBetter(long seed, MaturityModel model, Answers answers) {
        int reached = Scoring.score(model, answers).whole().level();
        List<Candidate> all = candidates(model, answers);
        for (int level = 1; level <= model.highest(); level++) {
            int target = level;
            Optional<List<Raise>> best = level <= reached ? Optional.empty()
                    : all.stream().filter(candidate -> candidate.level() >= target)
                            .min(PREFERRED).map(Candidate::raises).filter(raises -> !raises.isEmpty());
            assertEquals(best, Path.toLevel(model, answers, level).map(Path::raises),
                    () -> "seed " + seed + " level " + target + " " + model + " " + answers);
        }
    }

    /** Every combination of raises with the level of the whole after it. */
    private record Candidate(List<Integer> places, List<Integer> steps, List<Raise> raises, int level) {

        int effort() {
            return raises.stream().mapToInt(Raise::effort).sum();
        }
    }

    private static final Comparator<Candidate> PREFERRED = Comparator.comparingInt(Candidate::effort)
            .thenComparing(candidate -> candidate.places().size())
            .thenComparing(Candidate::places, PathTest::inOrder)
            .thenComparing(Candidate::steps, PathTest::inOrder);

    private static int inOrder(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return one.get(i).compareTo(other.get(i));
            }
        }
        return 0;
    }

    private static List<Candidate> candidates(MaturityModel model, Answers answers) {
        List<Candidate> candidates = new ArrayList<>();
        vary(model, model.criteria(), 0, answers, answers, new Candidate(List.of(), List.of(), List.of(), 0),
                candidates);
        return candidates;
    }

    private static void vary(MaturityModel model, List<Criterion> criteria, int place, Answers before, Answers now,
            Candidate chosen, List<Candidate> found) {
        if (place == criteria.size()) {
            found.add(new Candidate(chosen.places(), chosen.steps(), chosen.raises(),
                    Scoring.score(model, now).whole().level()));
            return;
        }
        vary(model, criteria, place + 1, before, now, chosen, found);
        Criterion criterion = criteria.get(place);
        List<Answer> better = better(criterion, before.of(criterion.code()));
        int first = steps(criterion).size() - better.size() + 1;
        int effort = 0;
        for (int i = 0; i < better.size(); i++) {
            effort += criterion.effort().getOrDefault(first + i, 1);
            Raise raise = new Raise(criterion.code(), before.of(criterion.code()), better.get(i), effort);
            vary(model, criteria, place + 1, before, now.with(criterion.code(), better.get(i)),
                    new Candidate(plus(chosen.places(), place), plus(chosen.steps(), first + i),
                            plus(chosen.raises(), raise),
                            0),
                    found);
        }
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    /** The answers that are better than one, in order; all when there is none yet. */
    private static List<Answer> better(Criterion criterion, Optional<Answer> now) {
        List<Answer> steps = steps(criterion);
        if (now.isEmpty()) {
            return steps;
        }
        if (now.get() instanceof Answer.Exempt) {
            return List.of();
        }
        return steps.stream().filter(step -> worth(criterion, step) > worth(criterion, now.get())).toList();
    }

    private static List<Answer> steps(Criterion criterion) {
        if (criterion.scale() instanceof AnswerScale.Points points) {
            List<Answer> steps = new ArrayList<>();
            points.options().values().stream().distinct().sorted()
                    .forEach(worth -> steps.add(Answer.option(points.options()
                            .entrySet().stream().filter(option -> option.getValue().equals(worth)).findFirst()
                            .orElseThrow()
                            .getKey())));
            return steps;
        }
        return IntStream.rangeClosed(1, ((AnswerScale.Levels) criterion.scale()).scale().highest())
                .mapToObj(Answer::level).toList();
    }

    private static int worth(Criterion criterion, Answer answer) {
        return answer instanceof Answer.Level level ? level.level()
                : ((AnswerScale.Points) criterion.scale()).options().get(((Answer.Option) answer).option());
    }
}
