package vn.thang.indicator.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkInput;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;
import vn.thang.security.Caller;

/**
 * Asks the source of a connector. What the source does wrong stands with the run, and is tried again by a rule of its
 * own.
 */
@ApplicationScoped
class PullWork implements WorkKind<PullWork.Asked> {

    static final String NAME = "pull";

    @Inject
    private Pull pull;

    @Inject
    private Caller caller;

    /**
     * A connector to be run.
     *
     * @param subject its code
     * @param wanted  whether a person wants it, due or not
     */
    public record Asked(long connector, String subject, boolean wanted) implements WorkInput {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Asked> input() {
        return Asked.class;
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
    public WorkResult run(Asked asked, Progress progress) {
        progress.at(0, 0, "work.doing.asking");
        if (asked.wanted()) {
            pull.runWanted(asked.connector(), caller.personId());
        } else {
            pull.runDue(asked.connector());
        }
        return WorkResult.of("work.result.pull", asked.subject())
                .at("/indicator/connector.xhtml?code=" + asked.subject());
    }
}
