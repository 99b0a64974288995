package vn.thang.assessment.filling;

import vn.thang.assessment.answer.GivenAnswer;
import vn.thang.platform.BusinessException;

/** A colleague answered in the meantime; their answer is kept and shown. */
class AnswerConflict extends BusinessException.Conflict {

    private static final long serialVersionUID = 1L;

    private final transient GivenAnswer newer;

    AnswerConflict(GivenAnswer newer) {
        super("assessment.conflict", newer.answeredBy());
        this.newer = newer;
    }

    /** The answer that stands. */
    public GivenAnswer newer() {
        return newer;
    }
}
