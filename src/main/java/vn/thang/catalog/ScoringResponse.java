package vn.thang.catalog;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Path;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;
import vn.thang.core.scoring.Unmet;

/**
 * The answer to a request to score: level, index, shares and unmet conditions of the whole and of every dimension, and
 * the path. Fractions are exact and reduced. Where the search for the path took too long, {@code pathGivenUp} says so.
 */
final class ScoringResponse {

    private ScoringResponse() {
    }

    static JsonObject of(ScoringRequest request, PathSearch search) {
        Scorecard scorecard = Scoring.score(request.model(), request.answers());
        JsonArrayBuilder nodes = Json.createArrayBuilder();
        add(request.model().whole().children(), scorecard, nodes);
        JsonObjectBuilder response = score(Json.createObjectBuilder(), scorecard.whole()).add("nodes", nodes);
        int level = request.target().orElse(scorecard.whole().level() + 1);
        PathSearch.Found found = level > MaturityModel.HIGHEST_LEVEL ? PathSearch.Found.NOTHING
                : search.toLevel(request.model(), request.answers(), level);
        response.add("path", found.path().map(ScoringResponse::path).orElse(JsonValue.NULL));
        if (found.givenUp()) {
            response.add("pathGivenUp", true);
        }
        return response.build();
    }

    private static JsonValue path(Path path) {
        JsonArrayBuilder raises = Json.createArrayBuilder();
        path.raises().forEach(raise -> raises.add(Json.createObjectBuilder().add("code", raise.code())
                .add("from", raise.from().map(ScoringResponse::answer).orElseGet(() -> unanswered(raise.to())))
                .add("to", answer(raise.to()))));
        return Json.createObjectBuilder().add("level", path.level()).add("effort", path.effort())
                .add("raises", raises).build();
    }

    private static JsonValue answer(Answer answer) {
        return answer instanceof Answer.Level level ? Json.createValue(level.level())
                : Json.createValue(((Answer.Option) answer).option());
    }

    /** Level 0 on a scale of levels, no option on a points scale. */
    private static JsonValue unanswered(Answer to) {
        return to instanceof Answer.Level ? Json.createValue(0) : JsonValue.NULL;
    }

    private static void add(List<Node> children, Scorecard scorecard, JsonArrayBuilder nodes) {
        for (Node child : children) {
            if (child instanceof Dimension dimension) {
                nodes.add(score(Json.createObjectBuilder().add("code", child.code()), scorecard.node(child.code())));
                add(dimension.children(), scorecard, nodes);
            }
        }
    }

    private static JsonObjectBuilder score(JsonObjectBuilder node, NodeScore score) {
        if (score.exempt()) {
            node.add("level", JsonValue.NULL).add("index", JsonValue.NULL).add("exempt", true);
        } else {
            node.add("level", score.level()).add("index", score.index().toString());
        }
        JsonArrayBuilder shares = Json.createArrayBuilder();
        score.shares().stream().map(Fraction::toString).forEach(shares::add);
        JsonArrayBuilder unmet = Json.createArrayBuilder();
        score.unmet().forEach(condition -> unmet.add(unmet(condition)));
        return node.add("shares", shares).add("unmet", unmet);
    }

    private static JsonObjectBuilder unmet(Unmet unmet) {
        JsonObjectBuilder condition = Json.createObjectBuilder();
        if (unmet instanceof Unmet.ShareShort share) {
            JsonArrayBuilder below = Json.createArrayBuilder();
            share.below().forEach(below::add);
            condition.add("condition", "share").add("level", share.level()).add("lower", share.lower())
                    .add("share", share.share().toString()).add("rating", share.rating().name())
                    .add("required", share.required().toString())
                    .add("requiredRating", share.requiredRating().name()).add("reached", share.reached())
                    .add("total", share.total()).add("missing", share.missing()).add("below", below);
        } else if (unmet instanceof Unmet.CoreBelow core) {
            condition.add("condition", "core").add("level", core.level()).add("child", core.child())
                    .add("childLevel", core.childLevel());
        } else if (unmet instanceof Unmet.GapTooWide gap) {
            condition.add("condition", "gap").add("level", gap.level()).add("child", gap.child())
                    .add("childLevel", gap.childLevel()).add("atLeast", gap.atLeast());
        } else if (unmet instanceof Unmet.IndexShort index) {
            condition.add("condition", "index").add("level", index.level()).add("index", index.index().toString())
                    .add("needed", index.needed().toString());
        }
        return condition;
    }
}
