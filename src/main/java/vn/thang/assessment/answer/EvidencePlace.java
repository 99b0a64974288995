package vn.thang.assessment.answer;

/**
 * The place that evidence belongs to: a level of a criterion, or the objection of the agency to the criterion.
 *
 * @param level        0 for an objection, since no level rests on its evidence until the panel has decided
 * @param forObjection whether the evidence is for an objection
 */
public record EvidencePlace(long assessmentId, String criterion, int level, boolean forObjection) {

    /** Names a level of a criterion. */
    public EvidencePlace(long assessmentId, String criterion, int level) {
        this(assessmentId, criterion, level, false);
    }

    /** Names the objection to a criterion. */
    public static EvidencePlace ofObjection(long assessmentId, String criterion) {
        return new EvidencePlace(assessmentId, criterion, 0, true);
    }

    /** Tells whether the evidence is attached here. */
    boolean holds(AttachedEvidence item) {
        return item.criterion().equals(criterion) && item.level() == level && item.forObjection() == forObjection;
    }
}
