package vn.thang.assessment.score;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Path;

/**
 * How far an assessment has come: what the bar at the foot of the form says after every answer.
 *
 * @param level    of the official column
 * @param declared level that the answers alone would give
 * @param parts    the dimensions in model order
 * @param steps    the least effort to the next level; empty when there is none
 */
public record Standing(int answered, int applicable, int level, int declared, List<Part> parts, Optional<Path> path,
        List<Step> steps) {

    /** How far one dimension has come, and its level of the official column. */
    public record Part(String dimension, int answered, int applicable, int level) {
    }

    /** One step of the path as the agency has to take it. */
    public record Step(String criterion, String to, Kind kind) {

        /** Whether a first answer is needed, a higher one, or only the evidence for the one that stands. */
        public enum Kind {
            ANSWER, RAISE, EVIDENCE
        }
    }

    /** What those see who were given these dimensions: their parts, and no level of the whole. All of it when there are none. */
    public static Standing of(ScoredAssessment scored, Set<String> dimensions) {
        if (dimensions.isEmpty()) {
            return of(scored);
        }
        List<Part> parts = scored.model().dimensions().stream()
                .filter(dimension -> dimensions.contains(dimension.code()))
                .map(dimension -> part(dimension, scored)).toList();
        return new Standing(parts.stream().mapToInt(Part::answered).sum(),
                parts.stream().mapToInt(Part::applicable).sum(), 0, 0, parts,
                Optional.empty(), List.of());
    }

    public static Standing of(ScoredAssessment scored) {
        int level = scored.official().whole().level();
        Optional<Path> path = level == scored.model().highest() ? Optional.empty()
                : Path.toLevel(scored.model(), scored.answers(), level + 1);
        return new Standing(scored.answered(), scored.applicable(), level, scored.declared().whole().level(),
                scored.model().dimensions().stream().map(dimension -> part(dimension, scored)).toList(), path,
                path.map(found -> found.raises().stream().map(raise -> scored.step(raise)).toList()).orElse(List.of()));
    }

    private static Part part(Dimension dimension, ScoredAssessment scored) {
        var codes = MaturityModel.criteriaBelow(dimension).keySet();
        int applicable = (int) codes.stream().filter(code -> !scored.isExempt(code)).count();
        int answered = (int) codes.stream().filter(code -> scored.isAnswered(code) && !scored.isExempt(code)).count();
        return new Part(dimension.code(), answered, applicable, scored.official().node(dimension.code()).level());
    }

    public int effort() {
        return path.map(Path::effort).orElse(0);
    }
}
