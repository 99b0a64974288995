package vn.thang.notice;

import java.util.List;

/** What a notice says, and where it leads. */
public enum NoticeKind {
    /** A stage of the own agency ends soon; its last day is over. */
    DUE(NoticeTopic.DUE, "/assessment/edit.xhtml?assessment="),
    LATE(NoticeTopic.DUE, "/assessment/edit.xhtml?assessment="),
    /** The agency above asks to hand in by a day, or reminds of it. */
    ASKED(NoticeTopic.DUE, "/assessment/edit.xhtml?assessment="),
    REMINDED(NoticeTopic.DUE, "/assessment/edit.xhtml?assessment="),
    /** The own agency was given more time. */
    EXTENDED(NoticeTopic.DUE, "/assessment/stages.xhtml?assessment="),
    /** Assessments wait for reviewers in a stage that ends soon, or is over. */
    REVIEW_DUE(NoticeTopic.DUE, "/assessment/queue.xhtml"), REVIEW_LATE(NoticeTopic.DUE, "/assessment/queue.xhtml"),
    /** Objections wait for the panel in a stage that ends soon, or is over. */
    PANEL_DUE(NoticeTopic.DUE, "/assessment/panel.xhtml"), PANEL_LATE(NoticeTopic.DUE, "/assessment/panel.xhtml"),
    /** A stage of a round ends soon, or is over while somebody is still in it: for administrators. */
    STAGE_DUE(NoticeTopic.DUE, "/assessment/round.xhtml?code="),
    STAGE_LATE(NoticeTopic.DUE, "/assessment/round.xhtml?code="),
    /** The last day of a stage was moved for all. */
    STAGE_MOVED(NoticeTopic.DUE, "/index.xhtml"),
    /** A section of an assessment was given to the person or to their unit. */
    SECTION_GIVEN(NoticeTopic.RETURNS, "/assessment/edit.xhtml?assessment="),
    /** Whom a section was given to handed it back as finished. */
    SECTION_FINISHED(NoticeTopic.RETURNS, "/assessment/delegation.xhtml?assessment="),
    /** The person answers for submitting from now on. */
    SUBMITTER_NAMED(NoticeTopic.RETURNS, "/assessment/review.xhtml?assessment="),
    /** What was submitted for signature is back with the officers. */
    WITHDRAWN(NoticeTopic.RETURNS, "/assessment/edit.xhtml?assessment="),
    HANDED_IN(NoticeTopic.RETURNS, "/assessment/receipt.xhtml?assessment="),
    HANDED_IN_AGAIN(NoticeTopic.RETURNS, "/assessment/judge.xhtml?assessment="),
    RETURNED(NoticeTopic.RETURNS, "/assessment/edit.xhtml?assessment="),
    /** A scanner has found something in a file of evidence, which nobody gets any more. */
    FILE_FOUND(NoticeTopic.RETURNS, "/assessment/edit.xhtml?assessment="),
    /** The answers wait for the signature of the head. */
    SUBMITTED(NoticeTopic.RETURNS, "/assessment/sign.xhtml?assessment="),
    TURNED_BACK(NoticeTopic.RETURNS, "/assessment/edit.xhtml?assessment="),
    /** An auditor drew a sample: its answers wait for reviewers who have not judged them in the round. */
    SAMPLE_DRAWN(NoticeTopic.RETURNS, "/sampling/sample.xhtml?sort=judged&id="),
    /** Objections wait for the panel. */
    OBJECTED(NoticeTopic.RETURNS, "/assessment/decide.xhtml?assessment="),
    /** A provisional result waits for the reply of the agency. */
    PROVISIONAL(NoticeTopic.DECISIONS, "/assessment/provisional.xhtml?assessment="),
    /** The panel decided on objections; once a day. */
    DECIDED(NoticeTopic.DECISIONS, "/assessment/provisional.xhtml?assessment="),
    /** The time for replies is over without one: the result is final. */
    LAPSED(NoticeTopic.DECISIONS, "/assessment/provisional.xhtml?assessment="),
    /** The panel has decided on all objections. */
    SETTLED(NoticeTopic.DECISIONS, "/assessment/provisional.xhtml?assessment="),
    /** Reviewers confirmed or corrected answers; once a day. */
    JUDGED(NoticeTopic.DECISIONS, "/dashboard/scorecard.xhtml?assessment="),
    CONCLUDED(NoticeTopic.DECISIONS, "/dashboard/scorecard.xhtml?assessment="),
    /** A reading that came after handing in stands below the answer. */
    DISCREPANCY_LATE(NoticeTopic.RETURNS, "/assessment/edit.xhtml?assessment="),
    /** Told until decisions were shown with the provisional result alone; who got it reads it still. */
    DISCREPANCY_REJECTED(NoticeTopic.DECISIONS, "/assessment/edit.xhtml?assessment="),
    EXEMPTION_GRANTED(NoticeTopic.DECISIONS, "/assessment/edit.xhtml?assessment="),
    EXEMPTION_REFUSED(NoticeTopic.DECISIONS, "/assessment/edit.xhtml?assessment="),
    ROUND_OPENED(NoticeTopic.ROUNDS, "/index.xhtml"),
    ROUND_EXTENDED(NoticeTopic.ROUNDS, "/index.xhtml"),
    ROUND_CLOSED(NoticeTopic.ROUNDS, "/index.xhtml"),
    ROUND_PUBLISHED(NoticeTopic.ROUNDS, "/dashboard/index.xhtml?round="),
    /** The same for those who answer for an agency with a result: its plan of improvement is offered. */
    PLAN_OFFERED(NoticeTopic.ROUNDS, "/matter/plan.xhtml?agency="),
    /** The published results of a round were withdrawn; it is proposed to do so, for those who may confirm it. */
    ROUND_WITHDRAWN(NoticeTopic.ROUNDS, "/dashboard/index.xhtml?round="),
    WITHDRAWAL_PROPOSED(NoticeTopic.ROUNDS, "/assessment/round.xhtml?code="),
    /** A draft of a version of a model waits for another administrator; whoever proposed it is told what became of it. */
    DRAFT_PROPOSED(NoticeTopic.ROUNDS, "/drafting/draft.xhtml?id="),
    DRAFT_PUBLISHED(NoticeTopic.ROUNDS, "/drafting/draft.xhtml?id="),
    DRAFT_REFUSED(NoticeTopic.ROUNDS, "/drafting/draft.xhtml?id="),
    /** Somebody asks the agency or the person something, or asks it again; the last day is near, or over. */
    MATTER_ASKED(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    DECISION_TAKEN(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    MATTER_AGAIN(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    MATTER_DUE(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    MATTER_LATE(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    /** The person gets a copy of a matter, and of the answer to it. */
    MATTER_COPIED(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    MATTER_ANSWER_COPIED(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    /** What the person asked was answered. */
    MATTER_ANSWERED(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    /** An answer was accepted; a matter has another day, or nothing is left to do in it. */
    MATTER_ACCEPTED(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    MATTER_MOVED(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    MATTER_ENDED(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    /** The agency of a matter ended: another one goes on for it, or none does. */
    MATTER_SUCCEEDED(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    MATTER_ORPHANED(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    /** What was asked of an agency below is late, for whoever asked and for those above the agency. */
    MATTER_RAISED(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    /** The person is to see to a measure of the agency, or owns a target or an indicator. */
    MEASURE_PLANNED(NoticeTopic.MATTERS, "/matter/matter.xhtml?id="),
    TARGET_OWNED(NoticeTopic.MATTERS, "/matter/owner.xhtml?target="),
    INDICATOR_OWNED(NoticeTopic.MATTERS, "/matter/owner.xhtml?indicator="),
    /** How far the trail is sealed, once a day, so that the hash is kept outside of the database. */
    TRAIL_SEALED(NoticeTopic.TRAIL, "/audit/verify.xhtml"),
    /** Long work that the person started has ended well, or has failed. */
    WORK_DONE(NoticeTopic.WORK, "/work/work.xhtml?id="), WORK_FAILED(NoticeTopic.WORK, "/work/work.xhtml?id=");

    private final NoticeTopic topic;
    private final String place;

    NoticeKind(NoticeTopic topic, String place) {
        this.topic = topic;
        this.place = place;
    }

    public NoticeTopic topic() {
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
