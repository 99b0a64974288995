package vn.thang.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What can be answered to a criterion. */
public sealed interface AnswerScale {

    /** Five statements; the answer is a level 1 to 5. */
    record Levels() implements AnswerScale {
    }

    /**
     * Named options.
     *
     * @param options option to points out of the criterion's weight, in model order
     */
    record Points(Map<String, Integer> options) implements AnswerScale {
        public Points {
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }
    }

    AnswerScale LEVELS = new Levels();
}
