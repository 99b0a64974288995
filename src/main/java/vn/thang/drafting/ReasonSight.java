package vn.thang.drafting;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;

/**
 * What of the reasons of a replay may be told to who reads no restricted answers: of a dimension that asks for them directly only the
 * rule, and indexes in which they count to one decimal.
 *
 * @param hidden  dimensions with restricted questions of their own
 * @param rounded dimensions in whose index restricted answers count; the empty code stands for the whole
 */
record ReasonSight(Set<String> hidden, Set<String> rounded) {

    private static final int EXACT = 2;
    private static final int ROUGH = 1;
    private static final String WHOLE = "";

    /** By both versions: what one of them restricts is restricted. */
    static ReasonSight of(Set<String> restricted, MaturityModel... versions) {
        Set<String> hidden = new HashSet<>();
        Set<String> rounded = new HashSet<>();
        for (MaturityModel version : versions) {
            all(version.whole()).forEach(node -> {
                String code = node.equals(version.whole()) ? WHOLE : node.code();
                if (node.children().stream().anyMatch(child -> child instanceof Criterion one
                        && (one.restricted() || restricted.contains(one.code())))) {
                    hidden.add(code);
                }
                if (MaturityModel.criteriaBelow(node).values().stream()
                        .anyMatch(one -> one.restricted() || restricted.contains(one.code()))) {
                    rounded.add(code);
                }
            });
        }
        return new ReasonSight(Set.copyOf(hidden), Set.copyOf(rounded));
    }

    private static Stream<Dimension> all(Dimension node) {
        return Stream.concat(Stream.of(node), node.children().stream().filter(Dimension.class::isInstance)
                .flatMap(child -> all((Dimension) child)));
    }

    /** Whether the questions at which a condition fails, and how far, are kept back. */
    boolean hides(String node) {
        return hidden.contains(node);
    }

    /** To how many decimals an index is told. */
    int digits(String node) {
        return rounded.contains(node) ? ROUGH : EXACT;
    }
}
