package vn.thang.audit.reading;

import java.util.List;

/**
 * What the trail shows of an assessment follows from its state, as the table of what is shown says for those who control. The
 * trail knows nothing of the procedure and names the states by itself; a test compares them with that table.
 */
public final class TrailSight {

    /** How answers and explanations are judged, and by whom: nobody is told of it before the results are issued. */
    public static final List<String> JUDGING = List.of("confirm", "correct", "return", "second-opinion",
            "finish-second-review", "accept-discrepancy", "reject-discrepancy", "assign-review", "decide",
            "give-reason");
    /**
     * What the agency says of its answers, and what is said of exemptions that it asks for meanwhile: before it has handed in
     * only the criterion is shown.
     */
    public static final List<String> DRAFTED = List.of("answer", "attach", "renew", "hold", "remove",
            "explain-discrepancy", "ask-exemption", "grant-exemption", "refuse-exemption");
    /** An objection is a draft until the head of the agency has sent it, and so is the evidence for it. */
    public static final List<String> OBJECTING = List.of("write-objection", "withdraw-objection", "attach-to-objection",
            "remove-from-objection");
    /**
     * By which entries once told of the evidence of answers and of objections alike. What came after the answers were handed
     * in, and either says no level first or is kept apart, is taken for evidence of an objection.
     */
    public static final List<String> ONCE_OBJECTING = List.of("attach", "remove");
    /** The reply by which objections are sent. */
    public static final String OBJECTED = "OBJECT";
    /** The states in which answers are drafts. */
    public static final List<String> WAITING = List.of("NOT_STARTED", "IN_PROGRESS", "READY");
    /** The states in which the results are issued. */
    public static final List<String> ISSUED = List.of("PROVISIONAL", "OBJECTION", "FINAL", "PUBLISHED");

    private TrailSight() {
    }
}
