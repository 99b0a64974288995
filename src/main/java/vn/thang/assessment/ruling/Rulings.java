package vn.thang.assessment.ruling;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was decided of single criteria of an assessment, as far as it is scored.
 *
 * @param confirmed criterion code to what a reviewer or the panel set
 * @param decided   codes of criteria where it was the panel
 * @param exempt    codes of criteria that are exempt in this round
 */
public record Rulings(Map<String, String> confirmed, Set<String> decided, Set<String> exempt) {

    /** Rulings of reviewers only. */
    public Rulings(Map<String, String> confirmed, Set<String> exempt) {
        this(confirmed, Set.of(), exempt);
    }

    public static Rulings of(Map<String, GivenVerdict> verdicts, Map<String, AskedExemption> asked) {
        Map<String, String> confirmed = new HashMap<>();
        Set<String> decided = new HashSet<>();
        verdicts.values().stream().filter(verdict -> verdict.value() != null).forEach(verdict -> {
            confirmed.put(verdict.criterion(), verdict.value());
            if (verdict.kind() == Verdict.Kind.DECIDED) {
                decided.add(verdict.criterion());
            }
        });
        return new Rulings(confirmed, decided, Exemptions.granted(asked));
    }
}
