package vn.thang.catalog.programme;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days from which the values of a target or an indicator mean something else than before, by another definition, model or
 * source: what came before is shown, but nothing is read from it.
 */
public final class Breaks {

    /**
     * From this day on values are of the new kind.
     *
     * @param reason the key of its words in the texts
     */
    public record Break(LocalDate on, String reason) {
    }

    private final Map<String, List<Break>> ofTargets;
    private final Map<String, List<Break>> ofIndicators;

    private Breaks(Map<String, List<Break>> ofTargets, Map<String, List<Break>> ofIndicators) {
        this.ofTargets = ofTargets;
        this.ofIndicators = ofIndicators;
    }

    /** From trees that their schemas and {@link BreakRules} have accepted. */
    static Breaks of(JsonNode programme, JsonNode indicators) {
        return new Breaks(listed(programme.path("targets")), listed(indicators.path("indicators")));
    }

    private static Map<String, List<Break>> listed(JsonNode things) {
        Map<String, List<Break>> listed = new HashMap<>();
        things.forEach(thing -> {
            List<Break> own = new ArrayList<>();
            thing.path("breaks").forEach(node -> own
                    .add(new Break(LocalDate.parse(node.path("on").asText()), node.path("reason").asText())));
            listed.put(thing.path("code").asText(), List.copyOf(own));
        });
        return listed;
    }

    /** Those of the target and of the indicator that gives it a value. */
    public List<Break> all(String target, Optional<String> indicator) {
        return Stream
                .concat(ofTargets.getOrDefault(target, List.of()).stream(),
                        indicator.stream().flatMap(code -> ofIndicators.getOrDefault(code, List.of()).stream()))
                .toList();
    }

    /** The last one up to a day. */
    public Optional<Break> last(String target, Optional<String> indicator, LocalDate day) {
        return all(target, indicator).stream()
                .filter(one -> !one.on().isAfter(day)).max(Comparator.comparing(Break::on));
    }
}
