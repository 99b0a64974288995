package vn.thang.assessment.form;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was shown of an assessment that the trail has to tell of: nothing is changed by it. */
public sealed interface FormEvent extends DomainEvent {

    /**
     * A person was shown restricted answers, in their session for the first time.
     *
     * @param criteria how many
     */
    record RestrictedRead(long assessment, long agency, long criteria) implements FormEvent {

        @Override
        public boolean remains() {
            return true;
        }

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("read-restricted", "assessment", assessment, agency, "criteria=" + criteria));
        }
    }
}
