package vn.thang.notice;

import java.util.List;

/** What a notice says, and where it leads. */
public enum Kind {
    /** A stage of the own agency ends soon; its last day is over. */
    DUE(Topic.DUE, "/assessment/edit.xhtml?assessment="), LATE(Topic.DUE, "/assessment/edit.xhtml?assessment="),
    /** The agency above asks to hand in by a day, or reminds of it. */
    ASKED(Topic.DUE, "/assessment/edit.xhtml?assessment="), REMINDED(Topic.DUE, "/assessment/edit.xhtml?assessment="),
    /** The own agency was given more time. */
    EXTENDED(Topic.DUE, "/assessment/stages.xhtml?assessment="),
    /** Assessments wait for reviewers in a stage that ends soon, or is over. */
    REVIEW_DUE(Topic.DUE, "/assessment/queue.xhtml"), REVIEW_LATE(Topic.DUE, "/assessment/queue.xhtml"),
    /** Objections wait for the panel in a stage that ends soon, or is over. */
    PANEL_DUE(Topic.DUE, "/assessment/panel.xhtml"), PANEL_LATE(Topic.DUE, "/assessment/panel.xhtml"),
    /** A stage of a round ends soon, or is over while somebody is still in it: for administrators. */
    STAGE_DUE(Topic.DUE, "/assessment/round.xhtml?code="), STAGE_LATE(Topic.DUE, "/assessment/round.xhtml?code="),
    /** The last day of a stage was moved for all. */
    STAGE_MOVED(Topic.DUE, "/index.xhtml"),
    /** A section of an assessment was given to the person or to their unit. */
    SECTION_GIVEN(Topic.RETURNS, "/assessment/edit.xhtml?assessment="),
    /** Whom a section was given to handed it back as finished. */
    SECTION_FINISHED(Topic.RETURNS, "/assessment/delegation.xhtml?assessment="),
    /** The person answers for submitting from now on. */
    SUBMITTER_NAMED(Topic.RETURNS, "/assessment/review.xhtml?assessment="),
    /** What was submitted for signature is back with the officers. */
    WITHDRAWN(Topic.RETURNS, "/assessment/edit.xhtml?assessment="),
    HANDED_IN(Topic.RETURNS, "/assessment/receipt.xhtml?assessment="),
    HANDED_IN_AGAIN(Topic.RETURNS, "/assessment/judge.xhtml?assessment="),
    RETURNED(Topic.RETURNS, "/assessment/edit.xhtml?assessment="),
    /** A scanner has found something in a file of evidence, which nobody gets any more. */
    FILE_FOUND(Topic.RETURNS, "/assessment/edit.xhtml?assessment="),
    /** The answers wait for the signature of the head. */
    SUBMITTED(Topic.RETURNS, "/assessment/sign.xhtml?assessment="),
    TURNED_BACK(Topic.RETURNS, "/assessment/edit.xhtml?assessment="),
    /** An auditor drew a sample: its answers wait for reviewers who have not judged them in the round. */
    SAMPLE_DRAWN(Topic.RETURNS, "/sampling/sample.xhtml?sort=judged&id="),
    /** Objections wait for the panel. */
    OBJECTED(Topic.RETURNS, "/assessment/decide.xhtml?assessment="),
    /** A provisional result waits for the reply of the agency. */
    PROVISIONAL(Topic.DECISIONS, "/assessment/provisional.xhtml?assessment="),
    /** The panel decided on objections; once a day. */
    DECIDED(Topic.DECISIONS, "/assessment/provisional.xhtml?assessment="),
    /** The time for replies is over without one: the result is final. */
    LAPSED(Topic.DECISIONS, "/assessment/provisional.xhtml?assessment="),
    /** The panel has decided on all objections. */
    SETTLED(Topic.DECISIONS, "/assessment/provisional.xhtml?assessment="),
    /** Reviewers confirmed or corrected answers; once a day. */
    JUDGED(Topic.DECISIONS, "/dashboard/scorecard.xhtml?assessment="),
    CONCLUDED(Topic.DECISIONS, "/dashboard/scorecard.xhtml?assessment="),
    /** A reading that came after handing in stands below the answer. */
    DISCREPANCY_LATE(Topic.RETURNS, "/assessment/edit.xhtml?assessment="),
    /** Told until decisions were shown with the provisional result alone; who got it reads it still. */
    DISCREPANCY_REJECTED(Topic.DECISIONS, "/assessment/edit.xhtml?assessment="),
    EXEMPTION_GRANTED(Topic.DECISIONS, "/assessment/edit.xhtml?assessment="),
    EXEMPTION_REFUSED(Topic.DECISIONS, "/assessment/edit.xhtml?assessment="),
    ROUND_OPENED(Topic.ROUNDS, "/index.xhtml"),
    ROUND_EXTENDED(Topic.ROUNDS, "/index.xhtml"),
    ROUND_CLOSED(Topic.ROUNDS, "/index.xhtml"),
    ROUND_PUBLISHED(Topic.ROUNDS, "/dashboard/index.xhtml?round="),
    /** The same for those who answer for an agency with a result: its plan of improvement is offered. */
    PLAN_OFFERED(Topic.ROUNDS, "/matter/plan.xhtml?agency="),
    /** The published results of a round were withdrawn; it is proposed to do so, for those who may confirm it. */
    ROUND_WITHDRAWN(Topic.ROUNDS, "/dashboard/index.xhtml?round="),
    WITHDRAWAL_PROPOSED(Topic.ROUNDS, "/assessment/round.xhtml?code="),
    /** A draft of a version of a model waits for another administrator; whoever proposed it is told what became of it. */
    DRAFT_PROPOSED(Topic.ROUNDS, "/drafting/draft.xhtml?id="),
    DRAFT_PUBLISHED(Topic.ROUNDS, "/drafting/draft.xhtml?id="),
    DRAFT_REFUSED(Topic.ROUNDS, "/drafting/draft.xhtml?id="),
    /** Somebody asks the agency or the person something, or asks it again; the last day is near, or over. */
    MATTER_ASKED(Topic.MATTERS, "/matter/matter.xhtml?id="),
    DECISION_TAKEN(Topic.MATTERS, "/matter/matter.xhtml?id="), MATTER_AGAIN(Topic.MATTERS, "/matter/matter.xhtml?id="),
    MATTER_DUE(Topic.MATTERS, "/matter/matter.xhtml?id="), MATTER_LATE(Topic.MATTERS, "/matter/matter.xhtml?id="),
    /** The person gets a copy of a matter, and of the answer to it. */
    MATTER_COPIED(Topic.MATTERS, "/matter/matter.xhtml?id="),
    MATTER_ANSWER_COPIED(Topic.MATTERS, "/matter/matter.xhtml?id="),
    /** What the person asked was answered. */
    MATTER_ANSWERED(Topic.MATTERS, "/matter/matter.xhtml?id="),
    /** An answer was accepted; a matter has another day, or nothing is left to do in it. */
    MATTER_ACCEPTED(Topic.MATTERS, "/matter/matter.xhtml?id="), MATTER_MOVED(Topic.MATTERS, "/matter/matter.xhtml?id="),
    MATTER_ENDED(Topic.MATTERS, "/matter/matter.xhtml?id="),
    /** The agency of a matter ended: another one goes on for it, or none does. */
    MATTER_SUCCEEDED(Topic.MATTERS, "/matter/matter.xhtml?id="),
    MATTER_ORPHANED(Topic.MATTERS, "/matter/matter.xhtml?id="),
    /** What was asked of an agency below is late, for whoever asked and for those above the agency. */
    MATTER_RAISED(Topic.MATTERS, "/matter/matter.xhtml?id="),
    /** The person is to see to a measure of the agency, or owns a target or an indicator. */
    MEASURE_PLANNED(Topic.MATTERS, "/matter/matter.xhtml?id="),
    TARGET_OWNED(Topic.MATTERS, "/matter/owner.xhtml?target="),
    INDICATOR_OWNED(Topic.MATTERS, "/matter/owner.xhtml?indicator="),
    /** How far the trail is sealed, once a day, so that the hash is kept outside of the database. */
    TRAIL_SEALED(Topic.TRAIL, "/audit/verify.xhtml"),
    /** Long work that the person started has ended well, or has failed. */
    WORK_DONE(Topic.WORK, "/work/work.xhtml?id="), WORK_FAILED(Topic.WORK, "/work/work.xhtml?id=");

    private final Topic topic;
    private final String place;

    Kind(Topic topic, String place) {
        this.topic = topic;
        this.place = place;
    }

    public Topic topic() {
        return topic;
    }

    /** The address inside the application. */
    String place(NoticeLine line) {
        if (List.of(EXEMPTION_GRANTED, EXEMPTION_REFUSED, DISCREPANCY_LATE, DISCREPANCY_REJECTED).contains(this)) {
            return place + line.subjectId() + "&criterion=" + line.detail().split(",")[0];
        }
        if (line.national() && place.equals(ROUND_OPENED.place)) {
            return STAGE_DUE.place + line.roundCode();
        }
        if (this == TARGET_OWNED || this == INDICATOR_OWNED) {
            return place + line.detail();
        }
        if (this == PLAN_OFFERED) {
            return place + line.agencyCode();
        }
        return place.endsWith("assessment=") || place.endsWith("id=") ? place + line.subjectId()
                : place.endsWith("=") ? place + line.roundCode() : place;
    }
}
