package vn.thang.assessment.reply;

import java.util.Map;
import vn.thang.platform.GivenText;

/**
 * Which of what waits for the panel a list shows; null means all.
 *
 * @param words part of the name of the agency, or beginning of its code
 * @param type  key of its type
 * @param late  whether only those are meant whose last day is over
 */
public record ObjectionFilter(String words, String type, boolean late) {

    public static final ObjectionFilter NONE = of(Map.of());

    /** From the parameters of an address. */
    public static ObjectionFilter of(Map<String, String> asked) {
        return new ObjectionFilter(GivenText.orNull(asked.get("q")), GivenText.orNull(asked.get("type")),
                "true".equals(asked.get("late")));
    }
}
