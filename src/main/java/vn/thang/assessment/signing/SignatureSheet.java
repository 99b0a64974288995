package vn.thang.assessment.signing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thang.assessment.answer.EvidenceFile;
import vn.thang.assessment.form.AssessmentView;
import vn.thang.assessment.form.HandedInContent;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.core.model.Criterion;

/**
 * What a head has before them when they sign.
 *
 * @param explanations what the officers said of answers above their measured levels
 * @param hash fingerprint of the content that will be signed
 */
public record SignatureSheet(AssessmentView view, List<HandedInContent.Explained> explanations, String hash) {

    /** Returns what the officers said of an answer above its measured level; null for nothing, or where it is not shown. */
    public String explanation(String criterion) {
        return explanations.stream().filter(one -> one.criterion().equals(criterion) && !view.isUnseen(criterion))
                .map(HandedInContent.Explained::words).findFirst().orElse(null);
    }

    /** How many answers whose they are; under an empty name those that nobody is known for. */
    public Map<String, Long> answeredBy() {
        return view.answers().values().stream().filter(answer -> answer.value() != null).collect(Collectors.groupingBy(
                answer -> answer.answeredBy() == null ? "" : answer.answeredBy(), TreeMap::new, Collectors.counting()));
    }

    /** Questions that the agency was exempted from. */
    public List<String> exempt() {
        return view.scored().model().criteria().stream().map(Criterion::code).filter(view.scored()::isExempt).toList();
    }

    public String groups() {
        return HandedInContent.groups(hash);
    }

    /** Changes with everything that is shown: with the content, with exemptions, and with the result that follows. */
    public String seen() {
        return seen(hash, view.scored());
    }

    static String seen(String hash, ScoredAssessment scored) {
        StringBuilder text = new StringBuilder();
        HandedInContent.add(text, hash, scored.official().whole().index().toDecimal(10).toPlainString(),
                scored.declared().whole().index().toDecimal(10).toPlainString());
        scored.model().criteria().stream().map(Criterion::code).filter(scored::isExempt)
                .forEach(code -> HandedInContent.add(text, code));
        return EvidenceFile.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
