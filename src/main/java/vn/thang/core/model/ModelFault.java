package vn.thang.core.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something in a model that scoring cannot work with.
 *
 * @param path      codes from the whole down to the node, joined by {@code /}; empty for the whole itself
 * @param key       what is wrong: {@code levels, children, code, weight, percent, gap, bands, effort, evidence, points}
 * @param arguments what the fault names
 */
public record ModelFault(String path, String key, List<String> arguments) {

    public ModelFault {
        arguments = List.copyOf(arguments);
    }

    static List<ModelFault> of(MaturityModel model) {
        Search search = new Search(model.levels());
        if (model.highest() < LevelScale.FEWEST || model.highest() > LevelScale.MOST) {
            search.fault("", "levels", model.highest());
        }
        search.dimension(model.whole(), "");
        return search.faults;
    }

    private static final class Search {

        private final LevelScale levels;
        private final List<ModelFault> faults = new ArrayList<>();
        private final Set<String> codes = new HashSet<>();

        private Search(LevelScale levels) {
            this.levels = levels;
        }

        private void dimension(Dimension dimension, String path) {
            if (dimension.children().isEmpty()) {
                fault(path, "children");
            }
            rule(dimension.rule(), path);
            for (Node child : dimension.children()) {
                String place = path.isEmpty() ? child.code() : path + "/" + child.code();
                if (child.code().isEmpty() || !codes.add(child.code())) {
                    fault(place, "code", child.code());
                }
                if (child.weight() < 1) {
                    fault(place, "weight", child.weight());
                }
                if (child instanceof Criterion criterion) {
                    criterion(criterion, place);
                } else {
                    dimension((Dimension) child, place);
                }
            }
        }

        private void rule(LevelRule rule, String path) {
            if (rule instanceof Bands bands) {
                bands(bands.lowerBounds(), path);
                return;
            }
            Gate gate = (Gate) rule;
            for (Comparison comparison : List.of(gate.at(), gate.below())) {
                if (comparison.basisPoints() < 0 || comparison.least(1) > 1) {
                    fault(path, "percent", comparison);
                }
            }
            if (gate.maxGap().orElse(0) < 0) {
                fault(path, "gap", gate.maxGap().getAsInt());
            }
        }

        private void bands(List<Fraction> bounds, String path) {
            boolean rising = bounds.size() == levels.highest() && bounds.get(0).compareTo(Fraction.ZERO) > 0
                    && bounds.get(bounds.size() - 1).compareTo(Fraction.of(levels.highest())) <= 0;
            for (int i = 1; rising && i < bounds.size(); i++) {
                rising = bounds.get(i - 1).compareTo(bounds.get(i)) < 0;
            }
            if (!rising) {
                fault(path, "bands", bounds);
            }
        }

        private void criterion(Criterion criterion, String path) {
            for (Map.Entry<Integer, Integer> step : criterion.effort().entrySet()) {
                if (step.getKey() < 1 || step.getValue() < 1) {
                    fault(path, "effort", step.getKey(), step.getValue());
                }
            }
            for (int level : criterion.evidence().keySet()) {
                if (level < 2 || level > levels.highest()) {
                    fault(path, "evidence", level);
                }
            }
            faults.addAll(criterion.scale().faults(path, criterion.weight(), levels));
        }

        private void fault(String path, String key, Object... arguments) {
            faults.add(new ModelFault(path, key, List.of(arguments).stream().map(String::valueOf).toList()));
        }
    }
}
