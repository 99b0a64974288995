package vn.thang.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkInput;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Asks the source of a connector that is due. What the source does wrong stands with the run and has a rhythm of its own. */
@ApplicationScoped
class PullWork implements WorkKind<PullWork.Due> {

    static final String NAME = "pull";

    @Inject
    private Pull pull;

    /** A connector that is due, with its code for people. */
    public record Due(long connector, String subject) implements WorkInput {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Due> input() {
        return Due.class;
    }

    @Override
    public boolean whole() {
        return false;
    }

    @Override
    public List<Duration> pauses() {
        return List.of();
    }

    @Override
    public WorkResult run(Due due, Progress progress) {
        pull.runDue(due.connector());
        return WorkResult.of("work.result.pull", due.subject()).at("/indicator/connector.xhtml?code=" + due.subject());
    }
}
