package vn.thang.organisation.change;

import java.util.List;

/**
 * A sentence about what follows from a change.
 *
 * @param key of the texts
 */
public record Following(ChangeTopic topic, String key, List<Object> arguments) {

    public static Following of(ChangeTopic topic, String key, Object... arguments) {
        return new Following(topic, key, List.of(arguments));
    }
}
