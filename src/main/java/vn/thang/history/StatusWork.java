package vn.thang.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.history.TargetStatus.Cause;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkInput;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Takes the status of the targets once what changes it is committed, so that it is that of the pages. */
@ApplicationScoped
class StatusWork implements WorkKind<StatusWork.Occasion> {

    static final String NAME = "target-status";

    @Inject
    private StatusTaking taking;

    /**
     * After what it is taken.
     *
     * @param cause   a constant of {@link Cause}
     * @param round   id of the round; null for a version
     * @param subject name of the version; empty for a round
     */
    public record Occasion(String cause, Long round, String subject) implements WorkInput {

        @Override
        public String once() {
            return cause + " " + round + " " + subject;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Occasion> input() {
        return Occasion.class;
    }

    @Override
    public WorkResult run(Occasion occasion, Progress progress) {
        return WorkResult.of("work.result.target-status", occasion.round() == null
                ? taking.afterVersion(occasion.subject())
                : taking.afterRound(Cause.valueOf(occasion.cause()), occasion.round()));
    }
}
