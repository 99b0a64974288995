package vn.thang.catalog.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.thang.catalog.document.Document;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.LevelScale;

/**
 * A dimension or criterion as it stands in a document, however faulty the document may be.
 *
 * @param pointer   where it stands
 * @param node      what stands there
 * @param criterion whether it is a criterion
 * @param depth     1 for a dimension directly under the whole
 */
public record ModelItem(String pointer, JsonNode node, boolean criterion, int depth) {

    /** All dimensions and criteria in the order of the file. */
    public static List<ModelItem> of(JsonNode model) {
        List<ModelItem> items = new ArrayList<>();
        collect(model, "", 1, items);
        return items;
    }

    private static void collect(JsonNode parent, String pointer, int depth, List<ModelItem> items) {
        for (String kind : List.of("dimensions", "criteria")) {
            JsonNode children = parent.path(kind);
            for (int i = 0; children.isArray() && i < children.size(); i++) {
                String child = Document.child(Document.child(pointer, kind), i);
                ModelItem item = new ModelItem(child, children.get(i), kind.equals("criteria"), depth);
                items.add(item);
                if (!item.criterion) {
                    collect(item.node, child, depth + 1, items);
                }
            }
        }
    }

    /** All levels that a model can have, as files name them. */
    static Stream<String> levels() {
        return IntStream.rangeClosed(0, LevelScale.MOST).mapToObj(String::valueOf);
    }

    public String code() {
        return node.path("code").asText();
    }

    /** The answers to the criterion, in a model of these levels. */
    AnswerScale scale(LevelScale levels) {
        JsonNode points = node.path("scale").path("points");
        return points.isMissingNode() ? new AnswerScale.Levels(levels)
                : new AnswerScale.Points(ModelTexts.byName(points, JsonNode::intValue));
    }
}
