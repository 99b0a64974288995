package vn.thang.assessment.form;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was shown of an assessment that the trail has to tell of: nothing is changed by it. */
public sealed interface FormEvent extends DomainEvent {

    /**
     * Restricted answers of an assessment.
     *
     * @param criteria how many
     */
    record Restricted(long assessment, long agency, long criteria) {
    }

    /** A person was shown restricted answers, of each assessment in their session for the first time. */
    record RestrictedRead(List<Restricted> answers) implements FormEvent {

        @Override
        public boolean remains() {
            return true;
        }

        @Override
        public List<TrailLine> trail() {
            return answers.stream().map(one -> new TrailLine("read-restricted", "assessment", one.assessment(),
                    one.agency(), "criteria=" + one.criteria())).toList();
        }
    }
}
