package vn.thang.assessment.reply;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import vn.thang.assessment.answer.AttachedEvidence;
import vn.thang.assessment.answer.EvidenceFile;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.form.HandedInContent;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.core.model.Criterion;
import vn.thang.core.scoring.Answer;

/** The fingerprint of a reply to a provisional result: of the result itself, and of the objections with their evidence. */
final class ReplyContent {

    private ReplyContent() {
    }

    /** SHA-256 over the provisional result, criterion by criterion, and the objections, one field a line, each with its length. */
    static String hash(AssessmentHead head, ScoredAssessment scored, List<RaisedObjection> objections,
            List<AttachedEvidence> evidence) {
        StringBuilder text = new StringBuilder();
        HandedInContent.add(text, "thang-reply-1", head.modelRef(), head.roundCode(), head.agencyCode(),
                scored.official().whole().index().toDecimal(10).toPlainString());
        scored.model().criteria().stream().map(Criterion::code).sorted()
                .forEach(code -> HandedInContent.add(text, "official", code,
                        scored.isExempt(code) ? "exempt"
                                : scored.answers().of(code).map(Answer::written).orElse(null)));
        objections.stream().sorted(Comparator.comparing(RaisedObjection::criterion))
                .forEach(one -> HandedInContent.add(text, "objection", one.criterion(), one.claimed(), one.grounds()));
        evidence.stream().filter(AttachedEvidence::forObjection)
                .sorted(Comparator.comparing(AttachedEvidence::criterion).thenComparing(AttachedEvidence::id))
                .forEach(item -> HandedInContent.add(text, "evidence", item.criterion(), item.title(),
                        item.file() ? item.sha256() : item.url()));
        return EvidenceFile.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
