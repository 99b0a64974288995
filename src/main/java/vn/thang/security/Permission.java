package vn.thang.security;

/** What a person may be allowed to do for an agency and everything below it. */
public enum Permission {
    /** See scores, dashboards and answers that are not restricted. */
    VIEW,
    /** See restricted answers (security questions) and their evidence. */
    VIEW_RESTRICTED,
    /** Answer, attach evidence, and undo it. */
    ANSWER,
    /** The same in the sections of an assessment that were given to one, and nothing else. */
    CONTRIBUTE,
    /** Submit a complete assessment for signature, or take it back. */
    HAND_IN,
    /** Sign for the agency, and hand in by it. */
    SIGN,
    /** Confirm, correct or return answers that were handed in. */
    REVIEW,
    /** Decide on objections of agencies. */
    DECIDE,
    /** Issue provisional results, and publish final ones. */
    PUBLISH,
    /** Ask an agency about a figure, and decide on its answer. */
    ASK,
    /** Recommend something to an agency after an audit, and say when it is done. */
    RECOMMEND,
    /** Prepare meetings on the programme, freeze their figures and record what they decide. */
    MEET,
    /** Take numbers away: workbooks, pictures, lists. */
    EXPORT,
    /** Import agencies, administer people and rounds. */
    ADMINISTER,
    /** Read the trail of what everybody did, and verify it. */
    READ_TRAIL
}
