package vn.thang.hook;

import java.util.Map;
import java.util.stream.Stream;
import vn.thang.platform.GivenText;

/**
 * Which calls the log shows; null means all.
 *
 * @param words part of the address that was told
 */
public record CallFilter(String words, Topic topic, Call.Standing standing) {

    public static final CallFilter ALL = new CallFilter(null, null, null);

    /** From the parameters of an address; what there is none of counts as not given. */
    public static CallFilter of(Map<String, String> asked) {
        return new CallFilter(GivenText.orNull(asked.get("q")),
                Stream.of(Topic.values()).filter(one -> one.name().equals(asked.get("topic"))).findFirst().orElse(null),
                Stream.of(Call.Standing.values()).filter(one -> one.name().equals(asked.get("state"))).findFirst()
                        .orElse(null));
    }
}
