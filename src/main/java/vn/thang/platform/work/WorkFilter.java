package vn.thang.platform.work;

import java.util.Map;
import java.util.stream.Stream;
import vn.thang.platform.GivenText;

/**
 * Which work that people have started a list shows; null means all.
 *
 * @param starter id of the person who started it
 * @param kind    kind of work
 */
public record WorkFilter(Long starter, String kind, Work.State state) {

    /** From the parameters of an address; what there is none of counts as not given. */
    public static WorkFilter of(Long starter, Map<String, String> asked) {
        return new WorkFilter(starter, GivenText.orNull(asked.get("kind")),
                Stream.of(Work.State.values()).filter(one -> one.name().equals(asked.get("state"))).findFirst()
                        .orElse(null));
    }
}
