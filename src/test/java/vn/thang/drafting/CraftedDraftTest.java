package vn.thang.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Criterion.Sensitivity;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Answers;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.Replay;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;

/**
 * Plays an administrator who reads no restricted answers and writes drafts that weigh one of them alone, in order to read from who
 * moves what was answered.
 */
class CraftedDraftTest {

    private static final String TYPE = "province";
    private static final String RESTRICTED = "SEC";

    private final MaturityModel model = new Catalog(Optional.empty()).model("vn-dgm/1.1");
    private final List<Criterion> hidden = model.forAgencyType(TYPE).criteria().stream().filter(Criterion::restricted)
            .toList();

    /** Answers that show the same levels give the same replay, whatever a draft weighs. */
    @Test
    void whoMovesSaysNothingThatTheDimensionKeeps() {
        Random random = new Random(20_261_130);
        Map<String, Answer> open = new HashMap<>();
        model.criteria().forEach(one -> open.put(one.code(), Answer.level(1 + random.nextInt(5))));
        Map<Integer, List<Map<String, Answer>>> byLevel = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            Map<String, Answer> answers = new HashMap<>(open);
            hidden.forEach(one -> answers.put(one.code(), Answer.level(1 + random.nextInt(5))));
            byLevel.computeIfAbsent(score(answers).node(RESTRICTED).level(), none -> new ArrayList<>()).add(answers);
        }
        assertTrue(byLevel.size() > 1 && byLevel.values().stream().anyMatch(same -> same.size() > 20));
        for (MaturityModel draft : drafts()) {
            Set<List<Integer>> seen = new HashSet<>();
            byLevel.forEach((level, same) -> {
                Set<List<Integer>> moves = same.stream().map(answers -> moves(draft, answers))
                        .collect(Collectors.toSet());
                assertEquals(1, moves.size(), () -> "of dimensions at level " + level + " by " + draft.whole());
                seen.addAll(moves);
            });
            assertFalse(seen.isEmpty());
        }
    }

    /** A draft that leaves the restricted questions as they are is replayed exactly. */
    @Test
    void whatADraftDoesToOpenQuestionsIsReplayedExactly() {
        Random random = new Random(7);
        MaturityModel draft = with(model.whole().children().stream()
                .map(child -> child instanceof Dimension one && !one.code().equals(RESTRICTED)
                        ? new Dimension(one.code(), one.weight(), one.core(), model.whole().rule(), one.children())
                        : child)
                .toList());
        int moved = 0;
        for (int i = 0; i < 200; i++) {
            Map<String, Answer> answers = new HashMap<>();
            model.criteria().forEach(one -> answers.put(one.code(), Answer.level(2 + random.nextInt(3))));
            int from = score(answers).whole().level();
            int to = Scoring.score(draft.forAgencyType(TYPE), new Answers(answers)).whole().level();
            assertEquals(from == to ? List.of() : List.of(from, to), moves(draft, answers));
            moved += from == to ? 0 : 1;
        }
        assertTrue(moved > 5, "some move: " + moved);
    }

    private Scorecard score(Map<String, Answer> answers) {
        return Scoring.score(model.forAgencyType(TYPE), new Answers(answers));
    }

    private List<Integer> moves(MaturityModel draft, Map<String, Answer> answers) {
        Map<String, CriterionInput> inputs = new HashMap<>();
        answers.forEach((code, answer) -> inputs.put(code,
                CriterionInput.declared(answer, Set.of()).ruled(answer, false)));
        return Replay.of(model, draft, List.of(new Replay.Agency("A", TYPE, inputs, inputs)), Set.of(), Set.of())
                .moves()
                .stream()
                .flatMap(move -> List.of(move.from(), move.to()).stream()).toList();
    }

    /** Each asks for one restricted question alone: as it is, or as one that the draft calls open. */
    private List<MaturityModel> drafts() {
        List<MaturityModel> drafts = new ArrayList<>();
        for (Criterion one : hidden) {
            drafts.add(with(List.of(new Dimension("ONE", 1, true, model.whole().rule(), List.of(one)))));
            drafts.add(with(List.of(new Dimension("ONE", 1, true, model.whole().rule(), List.of(new Criterion(
                    one.code(), 1, true, Sensitivity.PUBLIC, Set.of(), Map.of(), Map.of(), Optional.empty(),
                    one.scale()))))));
        }
        return drafts;
    }

    private MaturityModel with(List<? extends Node> children) {
        return new MaturityModel(model.id(), model.version(), model.status(), model.whole().with(List.copyOf(children)),
                model.evidenceExpires(), model.levels(), model.overall());
    }
}
