package vn.thang.assessment.score;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Fraction;
import vn.thang.core.scoring.Bias;
import vn.thang.core.scoring.NodeScore;
import vn.thang.platform.sql.JsonTableRows;

/**
 * The rows of some assessments as they follow from their scores, before they are stored: they can be made beside the transaction
 * that stores them.
 *
 * @param scored by id
 * @param wholes a row for each of them
 */
record ScoredRows(Map<Long, ScoredAssessment> scored, String wholes, NodeRows nodes) {

    private static final int DIGITS = 10;
    private static final int SHARE_DIGITS = 5;

    static ScoredRows of(Map<Long, ScoredAssessment> scored) {
        NodeRows nodes = new NodeRows();
        scored.forEach(nodes::add);
        return new ScoredRows(scored, JsonTableRows.of(scored.entrySet().stream()
                .map(entry -> whole(entry.getKey(), entry.getValue())).toList()), nodes);
    }

    private static List<?> whole(long id, ScoredAssessment scored) {
        List<Criterion> criteria = scored.model().criteria();
        Bias all = Bias.of(criteria, scored.inputs());
        Bias open = Bias.of(open(criteria), scored.inputs());
        NodeScore official = scored.official().whole();
        NodeScore declared = scored.declared().whole();
        return List.of(id, official.level(), rounded(official.index()), declared.level(),
                rounded(declared.index()), scored.answered(), scored.applicable(),
                scored.evidenced().toDecimal(SHARE_DIGITS), scored.measured().toDecimal(SHARE_DIGITS),
                scored.confirmed().toDecimal(SHARE_DIGITS), scored.grounded().toDecimal(SHARE_DIGITS), all.sum(),
                all.count(), open.sum(), open.count());
    }

    /** Returns the criteria that everybody may see. */
    static List<Criterion> open(Collection<Criterion> criteria) {
        return criteria.stream().filter(criterion -> !criterion.restricted()).toList();
    }

    /** Returns an index as it is stored. */
    static BigDecimal rounded(Fraction index) {
        return index.toDecimal(DIGITS);
    }
}
