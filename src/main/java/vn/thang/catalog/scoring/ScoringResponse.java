package vn.thang.catalog.scoring;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Path;
import vn.thang.core.scoring.Raise;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;
import vn.thang.core.scoring.Unmet;

/**
 * The answer to a request to score: level, index, shares and unmet conditions of the whole and of every dimension, and
 * the path. Fractions are exact and reduced. Where the search for the path took too long, {@code pathGivenUp} says so.
 *
 * @param path a {@link ScoringPath}; JSON-B writes null for a component of that type as nothing at all
 */
@Schema(name = "Scoring", requiredProperties = {"level", "index", "shares", "unmet", "nodes", "path"})
public record ScoringResponse(
        @JsonbNillable @Schema(description = "0 to the highest of the model; nothing where all is exempt, and for a whole without a level", examples = "3", nullable = true) Integer level,
        @JsonbNillable @Schema(description = "Exact and reduced; nothing for a whole without an index", examples = "21/8", nullable = true) String index,
        @Schema(description = "True where all is exempt; left out otherwise") Boolean exempt,
        @Schema(description = "Of each level from 1 on, exact") List<String> shares,
        @Schema(description = "What the next level lacks") List<ScoringUnmet> unmet,
        @Schema(description = "The dimensions in model order") List<ScoringNode> nodes,
        @JsonbNillable @Schema(description = "The least effort to the level; nothing where there is no path", implementation = ScoringPath.class, nullable = true) Object path,
        @Schema(description = "True where the search for the path took too long; left out otherwise") Boolean pathGivenUp) {

    /** The score of one dimension. */
    @Schema(name = "ScoringNode", requiredProperties = {"code", "level", "index", "shares", "weight",
            "unmet"})
    public record ScoringNode(
            @Schema(examples = "GOV") String code,
            @JsonbNillable @Schema(description = "0 to the highest of the model; nothing where all is exempt", examples = "3", nullable = true) Integer level,
            @JsonbNillable @Schema(description = "Exact and reduced", examples = "21/8", nullable = true) String index,
            @Schema(description = "True where all is exempt; left out otherwise") Boolean exempt,
            @Schema(description = "Of each level from 1 on, exact") List<String> shares,
            @Schema(description = "What it weighs among its siblings", examples = "3") long weight,
            @Schema(description = "What the next level lacks") List<ScoringUnmet> unmet) {
    }

    /** A condition that does not hold; which components it has follows from its kind. */
    @Schema(name = "ScoringUnmet", requiredProperties = {"condition", "level"})
    public record ScoringUnmet(
            @Schema(description = "Its kind", enumeration = {
                    "share", "core", "gap", "index"}, examples = "share") String condition,
            @Schema(description = "The level that asks for it", examples = "3") int level,
            @Schema(description = "Of a share: whether it is that of the levels below") Boolean lower,
            @Schema(description = "Of a share: what it is", examples = "5/8") String share,
            @Schema(description = "Of a share: its rating", examples = "L") String rating,
            @Schema(description = "Of a share: what it has to be", examples = ">85") String required,
            @Schema(description = "Of a share: the rating it has to have", examples = "F") String requiredRating,
            @Schema(description = "Of a share: weight that has reached the level", examples = "5") Long reached,
            @Schema(description = "Of a share: all weight", examples = "8") Long total,
            @Schema(description = "Of a share: weight that is missing", examples = "2") Long missing,
            @Schema(description = "Of a share: codes that are below the level") List<String> below,
            @Schema(description = "Of a core criterion or a gap: the code", examples = "D.1") String child,
            @Schema(description = "Of a core criterion or a gap: its level", examples = "3") Integer childLevel,
            @Schema(description = "Of a gap: the level it has to have", examples = "2") Integer atLeast,
            @Schema(description = "Of an index: what it is", examples = "21/8") String index,
            @Schema(description = "Of an index: what it has to be", examples = "3") String needed){

        static ScoringUnmet of(Unmet unmet) {
            return switch (unmet) {
                case Unmet.ShareShort share -> new ScoringUnmet("share", share.level(), share.lower(),
                        share.share().toString(), share.rating().name(), share.required().toString(),
                        share.requiredRating().name(), share.reached(), share.total(), share.missing(), share.below(),
                        null, null, null, null, null);
                case Unmet.CoreBelow core -> ofChild("core", core.level(), core.child(), core.childLevel(), null);
                case Unmet.GapTooWide gap -> ofChild("gap", gap.level(), gap.child(), gap.childLevel(), gap.atLeast());
                case Unmet.IndexShort index -> new ScoringUnmet("index", index.level(), null, null, null, null, null,
                        null, null, null, null,
                        null, null, null, index.index().toString(), index.needed().toString());
            };
        }

        private static ScoringUnmet ofChild(String condition, int level, String child, int childLevel,
                Integer atLeast) {
            return new ScoringUnmet(condition, level, null, null, null, null, null, null, null, null, null, child,
                    childLevel, atLeast, null,
                    null);
        }
    }

    /** The least effort to a level. */
    @Schema(name = "ScoringPath", requiredProperties = {"level", "effort", "raises"})
    public record ScoringPath(@Schema(examples = "4") int level,
            @Schema(description = "Levels to climb in all", examples = "3") int effort,
            List<ScoringRaise> raises) {

        static ScoringPath of(Path path) {
            return new ScoringPath(path.level(), path.effort(), path.raises().stream().map(ScoringRaise::of).toList());
        }
    }

    /** One step of the path. */
    @Schema(name = "ScoringRaise", requiredProperties = {"code", "from", "to"})
    public record ScoringRaise(
            @Schema(examples = "D.1") String code,
            @JsonbNillable @Schema(description = "A level, or an option; nothing where an option is to be chosen first", oneOf = {
                    Integer.class, String.class}, examples = "2", nullable = true) Object from,
            @Schema(description = "A level, or an option", oneOf = {Integer.class,
                    String.class}, examples = "3") Object to){

        static ScoringRaise of(Raise raise) {
            Object from = raise.from().map(ScoringRaise::answer).orElseGet(() -> unanswered(raise.to()));
            return new ScoringRaise(raise.code(), from, answer(raise.to()));
        }

        private static Object answer(Answer answer) {
            return answer.ownLevel().isPresent() ? (Object) answer.ownLevel().getAsInt() : answer.written();
        }

        /** Level 0 on a scale of levels, no option on a points scale. */
        private static Object unanswered(Answer to) {
            return to.ownLevel().isPresent() ? 0 : null;
        }
    }

    static ScoringResponse of(ScoringRequest request, PathSearch search) {
        Scorecard scorecard = Scoring.score(request.model(), request.answers());
        NodeScore whole = scorecard.whole();
        List<ScoringNode> nodes = request.model().whole().below().stream()
                .map(dimension -> node(dimension.code(), scorecard.node(dimension.code()))).toList();
        int level = request.target().orElse(whole.level() + 1);
        MaturityModel model = request.model();
        PathSearch.Found found = level > model.highest() || !model.hasLevel() ? PathSearch.Found.NOTHING
                : search.toLevel(model, request.answers(), level);
        ScoringNode score = node("", whole);
        return new ScoringResponse(model.hasLevel() ? score.level() : null, model.hasIndex() ? score.index() : null,
                score.exempt(), score.shares(), score.unmet(), nodes,
                found.path().map(ScoringPath::of).orElse(null), found.givenUp() ? true : null);
    }

    private static ScoringNode node(String code, NodeScore score) {
        boolean exempt = score.exempt();
        return new ScoringNode(code, exempt ? null : (Integer) score.level(), exempt ? null : score.index().toString(),
                exempt ? true : null,
                score.shares().stream().map(Fraction::toString).toList(), score.counts(),
                score.unmet().stream().map(ScoringUnmet::of).toList());
    }
}
