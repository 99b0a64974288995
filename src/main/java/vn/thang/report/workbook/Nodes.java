package vn.thang.report.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;

/**
 * Where the nodes of a model stand in the workbook: criteria as columns of the sheet of answers, dimensions as rows of an
 * agency's block on the sheet of dimensions.
 *
 * @param criteria   shown criteria in model order
 * @param dimensions all dimensions but the whole, in tree order
 */
public record Nodes(MaturityModel model, List<Criterion> criteria, List<Dimension> dimensions,
        Map<String, Integer> columns,
        Map<String, Integer> rows) {

    /** @param withRestricted whether restricted criteria are shown */
    public static Nodes of(MaturityModel model, boolean withRestricted) {
        List<Criterion> criteria = model.criteria().stream()
                .filter(criterion -> withRestricted || !criterion.restricted())
                .toList();
        List<Dimension> dimensions = model.whole().below();
        Map<String, Integer> columns = new HashMap<>();
        criteria.forEach(criterion -> columns.put(criterion.code(), columns.size()));
        Map<String, Integer> rows = new HashMap<>();
        dimensions.forEach(dimension -> rows.put(dimension.code(), rows.size()));
        return new Nodes(model, criteria, dimensions, columns, rows);
    }

    /** Whether every child of the node stands in the workbook, so that a formula can follow them. */
    boolean shown(Dimension node) {
        return node.children().stream()
                .allMatch(child -> child instanceof Dimension || columns.containsKey(child.code()));
    }

    /** Whether no child of the node is restricted: its formula then shows nothing of hidden answers. */
    static boolean isOpen(Dimension node) {
        return node.children().stream()
                .noneMatch(child -> child instanceof Criterion criterion && criterion.restricted());
    }

    /** The children in runs of one kind that stand beside each other. */
    List<List<Node>> runs(Dimension node) {
        List<List<Node>> runs = new ArrayList<>();
        int previous = -2;
        Class<?> kind = null;
        for (Node child : node.children()) {
            int place = child instanceof Dimension ? rows.get(child.code()) : columns.get(child.code());
            if (place != previous + 1 || child.getClass() != kind) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(child);
            previous = place;
            kind = child.getClass();
        }
        return runs;
    }
}
