package vn.thang.core.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;

/**
 * What a round would have come to by a draft of its model: the same answers, evidence and readings, scored by both. A question
 * that the round did not ask, or whose answers the draft does not know or reads otherwise, counts on neither side, so that nobody
 * moves by it.
 *
 * @param agencies how many were scored; of an agency of which nothing can be said without its restricted answers, nothing is
 * @param moves    those whose level of the whole is another one, in the order given
 * @param unasked  criteria of the draft that no answer of the round can stand for, in model order
 * @param broken   criteria that both ask, and whose answers mean something else by the draft, in model order
 */
public record Replay(int agencies, List<Move> moves, List<String> unasked, List<String> broken) {

    /**
     * An agency as the round has it.
     *
     * @param byDraft the same inputs with the levels that the bounds of the draft make of the same readings
     */
    public record Agency(String code, String type, Map<String, CriterionInput> inputs,
            Map<String, CriterionInput> byDraft) {

        public Agency {
            inputs = Map.copyOf(inputs);
            byDraft = Map.copyOf(byDraft);
        }

        /** What the draft makes of the readings, and of restricted answers what everybody may know. */
        private Map<String, CriterionInput> seenByDraft(Map<String, CriterionInput> seen, Set<String> restricted) {
            Map<String, CriterionInput> after = new HashMap<>(byDraft);
            after.keySet().removeAll(restricted);
            restricted.stream().filter(seen::containsKey).forEach(code -> after.put(code, seen.get(code)));
            return after;
        }
    }

    /**
     * An agency that moves.
     *
     * @param from its level by the version of the round without what counts on neither side; to likewise by the draft
     * @param node of which a rule says why; empty for the whole
     * @param by   conditions of the higher of the two levels that fail by the version that gives the lower one
     */
    public record Move(String agency, int from, int to, String node, List<Unmet> by) {

        public Move {
            by = List.copyOf(by);
        }

        public boolean rises() {
            return to > from;
        }
    }

    public Replay {
        moves = List.copyOf(moves);
        unasked = List.copyOf(unasked);
        broken = List.copyOf(broken);
    }

    /**
     * Scores the agencies by both versions from what everybody may know of them: whoever writes a draft decides what it weighs,
     * and would read restricted answers from who moves by it.
     *
     * @param restricted codes of criteria whose answers are restricted, besides those that one of the versions restricts
     * @param broken     codes of criteria of which the draft says that their levels do not compare with those of the round
     * @throws IllegalArgumentException when one of the two has no level of the whole, or they have other levels
     */
    public static Replay of(MaturityModel model, MaturityModel draft, List<Agency> agencies, Set<String> restricted,
            Set<String> broken) {
        if (!model.hasLevel() || !draft.hasLevel() || !model.levels().equals(draft.levels())) {
            throw new IllegalArgumentException(
                    model.ref() + " and " + draft.ref() + " have levels that do not compare");
        }
        Set<String> kept = Stream.concat(restricted.stream(), Stream.of(model, draft).flatMap(
                version -> version.criteria().stream().filter(Criterion::restricted).map(Criterion::code)))
                .collect(Collectors.toSet());
        Map<String, Types> byType = new ConcurrentHashMap<>();
        List<Optional<Move>> scored = agencies.parallelStream().flatMap(agency -> {
            Types types = byType.computeIfAbsent(agency.type(),
                    type -> Types.of(model.forAgencyType(type), draft.forAgencyType(type), broken));
            return SeenInputs.of(types.before(), agency.inputs(), kept).stream().map(seen -> move(agency.code(),
                    score(types.before(), seen, types.apart()),
                    score(types.after(), agency.seenByDraft(seen, kept), types.apart())));
        }).toList();
        List<Move> moves = scored.stream().flatMap(Optional::stream).toList();
        List<String> otherwise = named(draft, byType.values().stream().map(Types::broken));
        return new Replay(scored.size(), moves, named(draft, byType.values().stream().map(Types::unasked)).stream()
                .filter(code -> !otherwise.contains(code)).toList(), otherwise);
    }

    private static List<String> named(MaturityModel draft, Stream<Set<String>> ofTypes) {
        Set<String> codes = ofTypes.flatMap(Set::stream).collect(Collectors.toSet());
        return draft.criteria().stream().map(Criterion::code).filter(codes::contains).toList();
    }

    /** Both versions as one type of agency sees them, and what of the draft it was not asked, or was asked otherwise. */
    private record Types(MaturityModel before, MaturityModel after, Set<String> unasked, Set<String> broken) {

        private static Types of(MaturityModel before, MaturityModel after, Set<String> broken) {
            Map<String, Criterion> asked = new HashMap<>();
            before.criteria().forEach(criterion -> asked.put(criterion.code(), criterion));
            Map<Boolean, Set<String>> apart = after.criteria().stream()
                    .filter(one -> broken.contains(one.code()) || !answersGoOn(asked.get(one.code()), one))
                    .map(Criterion::code).collect(Collectors.partitioningBy(
                            code -> broken.contains(code) && asked.containsKey(code), Collectors.toSet()));
            return new Types(before, after, apart.get(false), apart.get(true));
        }

        /** What counts on neither side. */
        private Set<String> apart() {
            return Stream.concat(unasked.stream(), broken.stream()).collect(Collectors.toSet());
        }
    }

    /** How many agencies move between two levels, the from before the to. */
    public Map<List<Integer>, Long> counts() {
        return moves.stream().collect(Collectors.groupingBy(move -> List.of(move.from(), move.to()),
                LinkedHashMap::new, Collectors.counting()));
    }

    private static boolean answersGoOn(Criterion asked, Criterion criterion) {
        return asked != null && asked.scale().goesOnIn(criterion.scale());
    }

    private static Scorecard score(MaturityModel model, Map<String, CriterionInput> inputs, Set<String> apart) {
        Map<String, Answer> answers = new HashMap<>(Inputs.answers(model, inputs, Column.OFFICIAL).byCriterion());
        apart.forEach(code -> answers.put(code, Answer.EXEMPT));
        return Scoring.score(model, new Answers(answers));
    }

    private static Optional<Move> move(String agency, Scorecard before, Scorecard after) {
        int from = before.whole().level();
        int to = after.whole().level();
        if (from == to) {
            return Optional.empty();
        }
        Scorecard lower = to < from ? after : before;
        Scorecard higher = to < from ? before : after;
        List<Unmet> ofWhole = lower.whole().unmet();
        Optional<String> single = single(ofWhole);
        return Optional.of(single.filter(node -> fell(lower, higher, node))
                .map(node -> new Move(agency, from, to, node, lower.node(node).unmet()))
                .orElseGet(() -> new Move(agency, from, to, "", ofWhole)));
    }

    /** Whether it is a dimension that both versions have, and lower by one of them. */
    private static boolean fell(Scorecard lower, Scorecard higher, String node) {
        return !lower.node(node).shares().isEmpty() && higher.nodes().stream()
                .anyMatch(other -> other.code().equals(node) && other.level() > lower.node(node).level());
    }

    /** The one child that everything fails at, whose own rule then says why; empty where there are several. */
    private static Optional<String> single(List<Unmet> unmet) {
        Set<String> children = new TreeSet<>();
        for (Unmet one : unmet) {
            children.addAll(switch (one) {
                case Unmet.ShareShort share -> share.below();
                case Unmet.CoreBelow core -> List.of(core.child());
                case Unmet.GapTooWide gap -> List.of(gap.child());
                case Unmet.IndexShort index -> new ArrayList<String>();
            });
        }
        return children.size() == 1 ? Optional.of(children.iterator().next()) : Optional.empty();
    }
}
