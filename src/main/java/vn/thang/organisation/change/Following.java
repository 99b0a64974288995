package vn.thang.organisation.change;

import java.util.List;

/**
 * A sentence about what follows from a change.
 *
 * @param key of the texts
 */
public record Following(Topic topic, String key, List<Object> arguments) {

    public static Following of(Topic topic, String key, Object... arguments) {
        return new Following(topic, key, List.of(arguments));
    }
}
