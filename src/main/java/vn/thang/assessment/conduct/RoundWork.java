package vn.thang.assessment.conduct;

import static vn.thang.security.Permission.ADMINISTER;
import static vn.thang.security.Permission.PUBLISH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import vn.thang.assessment.conduct.ending.RehearsalRemoval;
import vn.thang.assessment.conduct.ending.ResultPublication;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.WorkInput;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * Starts what takes long with a round; what can be refused is refused before it is started. Each answers the number
 * of the work.
 */
@ApplicationScoped
@Transactional
public class RoundWork {

    @Inject
    private RoundAdministration administration;

    @Inject
    private ResultPublication results;

    @Inject
    private RehearsalRemoval removal;

    @Inject
    private LongWork works;

    @Inject
    private Caller caller;

    /** A round to be opened, as it was when that was decided. */
    public record Opening(String subject, int version) implements WorkInput {
    }

    /** A round to be published, as it was when that was decided. */
    public record Publication(String subject, int version) implements WorkInput {
    }

    /** A rehearsal to be removed, as it was when that was decided. */
    public record Removal(String subject, int version) implements WorkInput {
    }

    /** A round whose scores are to be made anew. */
    public record Rescoring(String subject) implements WorkInput {
    }

    /** A step of a round that concerns every agency in it. */
    public enum What {
        EXTEND, REOPEN, ISSUE, LAPSE
    }

    /**
     * A round in which a step is to be taken, as it was when that was decided.
     *
     * @param day the last day for answers or replies; null where the step has none
     */
    public record Conduct(String subject, int version, What what, LocalDate day) implements WorkInput {
    }

    @Requires(ADMINISTER)
    public long open(String code, int version) {
        administration.mayOpen(code, version);
        return start(new Opening(code, version));
    }

    @Requires(PUBLISH)
    public long publish(String code, int version) {
        results.mayPublish(code, version);
        return start(new Publication(code, version));
    }

    @Requires(PUBLISH)
    public long remove(String code, int version) {
        removal.mayRemove(code, version);
        return start(new Removal(code, version));
    }

    @Requires(ADMINISTER)
    public long rescore(String code) {
        results.mayRescore(code);
        return start(new Rescoring(code));
    }

    @Requires(ADMINISTER)
    public long extend(String code, int version, LocalDate dueOn) {
        administration.mayExtend(code, version, dueOn);
        return start(new Conduct(code, version, What.EXTEND, dueOn));
    }

    @Requires(ADMINISTER)
    public long reopen(String code, int version, LocalDate dueOn) {
        administration.mayReopen(code, version, dueOn);
        return start(new Conduct(code, version, What.REOPEN, dueOn));
    }

    @Requires(PUBLISH)
    public long issue(String code, int version, LocalDate replyUntil) {
        results.mayIssue(code, version, replyUntil);
        return start(new Conduct(code, version, What.ISSUE, replyUntil));
    }

    @Requires(PUBLISH)
    public long lapse(String code, int version) {
        results.mayLapse(code, version);
        return start(new Conduct(code, version, What.LAPSE, null));
    }

    private long start(WorkInput input) {
        return works.start(input, caller.behalf());
    }
}
