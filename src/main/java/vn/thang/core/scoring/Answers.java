package vn.thang.core.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The answers of one column of one agency: criterion code to answer. Answers to unknown criteria have no effect. */
public record Answers(Map<String, Answer> byCriterion) {

    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        byCriterion = Map.copyOf(byCriterion);
    }

    public Optional<Answer> of(String criterion) {
        return Optional.ofNullable(byCriterion.get(criterion));
    }

    /** These answers with another answer to one criterion. */
    public Answers with(String criterion, Answer answer) {
        Map<String, Answer> changed = new HashMap<>(byCriterion);
        changed.put(criterion, answer);
        return new Answers(changed);
    }
}
