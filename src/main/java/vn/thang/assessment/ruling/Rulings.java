package vn.thang.assessment.ruling;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What was decided of single criteria of an assessment, as far as it is scored.
 *
 * @param confirmed criterion code to what a reviewer set
 * @param exempt    codes of criteria that are exempt in this round
 */
public record Rulings(Map<String, String> confirmed, Set<String> exempt) {

    public static Rulings of(Map<String, GivenVerdict> verdicts, Map<String, AskedExemption> asked) {
        Map<String, String> confirmed = new HashMap<>();
        verdicts.values().stream().filter(verdict -> verdict.value() != null)
                .forEach(verdict -> confirmed.put(verdict.criterion(), verdict.value()));
        return new Rulings(confirmed, Exemptions.granted(asked));
    }
}
