package vn.thang.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkInput;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/**
 * Admits all assessments of a filter that have nothing missing, a few hundred in each transaction. Begun again after a
 * server was lost, it goes on with those that are not admitted yet.
 */
@ApplicationScoped
class CompleteAdmission implements WorkKind<CompleteAdmission.Wanted> {

    @Inject
    private CompletenessCheck check;

    /**
     * The assessments of a filter of the queue.
     *
     * @param asked the filter as it stands in the address of the queue
     * @param person who admits them; others may admit theirs meanwhile
     */
    public record Wanted(String subject, Map<String, String> asked, long person) implements WorkInput {

        @Override
        public String once() {
            return new TreeMap<>(asked) + " " + person;
        }
    }

    @Override
    public String name() {
        return "admit-complete";
    }

    @Override
    public Class<Wanted> input() {
        return Wanted.class;
    }

    @Override
    public boolean whole() {
        return false;
    }

    @Override
    public WorkResult run(Wanted wanted, Progress progress) {
        QueueFilter filter = check.filter(wanted.asked());
        long all = check.countComplete(filter);
        long admitted = 0;
        int batch = 1;
        while (batch > 0) {
            progress.at(admitted, Math.max(all, admitted), "work.doing.admitting");
            batch = check.admitComplete(filter);
            admitted += batch;
        }
        return WorkResult.of("completeness.admitted-count", admitted).at("/assessment/queue.xhtml");
    }
}
