package vn.thang.data.catalog;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.Succession;
import vn.thang.core.model.Dimension;

/**
 * How the parts of a version of a model go on from the version that it names, in the words of {@link NodeRow#trend()}; null where it
 * names none.
 *
 * @param dimensions codes of those that it has; empty where it cannot be read now
 */
public record Continued(Optional<Succession> way, Optional<Set<String>> dimensions) {

    public static Continued of(Catalog catalog, String ref) {
        Optional<Succession> way = catalog.continued(ref);
        return new Continued(way, way.flatMap(before -> catalog.find(before.ref())).map(model -> below(model.whole())
                .map(Dimension::code).collect(Collectors.toSet())));
    }

    private static Stream<Dimension> below(Dimension node) {
        return node.children().stream().filter(Dimension.class::isInstance).map(Dimension.class::cast)
                .flatMap(one -> Stream.concat(Stream.of(one), below(one)));
    }

    String whole() {
        return way.map(before -> before.whole().name()).orElse(null);
    }

    /** A dimension compares as the whole does, unless there was none of this code. */
    String dimension(String code) {
        return dimensions.filter(before -> !before.contains(code)).map(none -> Succession.Trend.NEW.name())
                .orElseGet(this::whole);
    }

    String criterion(String code) {
        return way.map(before -> before.trend(code).name()).orElse(null);
    }
}
