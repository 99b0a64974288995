package vn.thang.drafting;

import java.util.Map;
import java.util.stream.Stream;
import vn.thang.platform.GivenText;

/**
 * Which agencies that move a list shows; null means all.
 *
 * @param words part of the name or the code of the agency
 * @param way   up or down
 */
public record ReplayFilter(String words, String type, Way way, ReplayMove.Rule rule) {

    /** In which direction a level moves. */
    public enum Way {
        UP, DOWN
    }

    /** From the parameters of an address; what there is none of counts as not given. */
    static ReplayFilter of(Map<String, String> asked) {
        return new ReplayFilter(GivenText.orNull(asked.get("q")), GivenText.orNull(asked.get("type")),
                constant(Way.values(), asked.get("way")), constant(ReplayMove.Rule.values(), asked.get("rule")));
    }

    private static <E extends Enum<E>> E constant(E[] all, String name) {
        return Stream.of(all).filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }
}
