package vn.thang.assessment.conduct;

import static vn.thang.security.Permission.ADMINISTER;
import static vn.thang.security.Permission.PUBLISH;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
    private LongWork works;

    @Inject
    private Caller caller;

    /** A round to be opened, as it was when that was decided. */
    public record Opening(String subject, int version) implements WorkInput {
    }

    /** A round to be published, as it was when that was decided. */
    public record Publication(String subject, int version) implements WorkInput {
    }

    /** A round whose scores are to be made anew. */
    public record Rescoring(String subject) implements WorkInput {
    }

    @Requires(ADMINISTER)
    public long open(String code, int version) {
        administration.mayOpen(code, version);
        return start(new Opening(code, version));
    }

    @Requires(PUBLISH)
    public long publish(String code, int version) {
        administration.mayPublish(code, version);
        return start(new Publication(code, version));
    }

    @Requires(ADMINISTER)
    public long rescore(String code) {
        administration.mayRescore(code);
        return start(new Rescoring(code));
    }

    private long start(WorkInput input) {
        return works.start(input, caller.behalf());
    }
}
