package vn.thang.assessment.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.core.model.Criterion;

/**
 * Something formally missing in what was handed in. It says nothing of whether an answer is right.
 *
 * @param levels for evidence: the levels that it is missing for
 */
public record Finding(String criterion, Kind kind, List<Integer> levels) {

    public enum Kind {
        /** Evidence that the declared level asks for is not there. */
        EVIDENCE,
        /** A high level was declared without a comment. */
        COMMENT,
        /** The content of a file cannot be found. */
        CONTENT,
        /** All evidence is links, which can change after it was handed in. */
        LINKS
    }

    /**
     * In model order.
     *
     * @param lost ids of evidence files whose content cannot be found
     */
    static List<Finding> of(AssessmentView view, Set<Long> lost) {
        List<Finding> findings = new ArrayList<>();
        for (Criterion criterion : view.scored().model().criteria()) {
            String code = criterion.code();
            if (view.scored().isExempt(code)) {
                continue;
            }
            GivenAnswer answer = view.answers().get(code);
            List<AttachedEvidence> evidence = view.evidenceOf(code);
            int level = answer == null ? 0 : criterion.scale().level(answer.value());
            List<Integer> missing = criterion.evidence().keySet().stream().filter(need -> need <= level
                    && evidence.stream().noneMatch(item -> item.level() == need)).sorted().toList();
            if (!missing.isEmpty()) {
                findings.add(new Finding(code, Kind.EVIDENCE, missing));
            }
            if (level >= view.scored().model().levels().firstHigh() && answer.comment() == null) {
                findings.add(new Finding(code, Kind.COMMENT, List.of()));
            }
            if (evidence.stream().anyMatch(item -> lost.contains(item.id()))) {
                findings.add(new Finding(code, Kind.CONTENT, List.of()));
            }
            if (!evidence.isEmpty() && evidence.stream().noneMatch(AttachedEvidence::file)) {
                findings.add(new Finding(code, Kind.LINKS, List.of()));
            }
        }
        return findings;
    }
}
