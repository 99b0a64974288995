package vn.thang.matter.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import vn.thang.organisation.change.ChangeTopic;
import vn.thang.organisation.change.Concerned;
import vn.thang.organisation.change.Following;
import vn.thang.organisation.change.Rearrangement;

/** What becomes of matters that are asked of agencies that end. */
@ApplicationScoped
class MattersConcerned implements Concerned {

    @Inject
    private Jdbi jdbi;

    @Override
    public List<Following> foresee(Rearrangement change) {
        long open = change.ending().isEmpty() ? 0 : jdbi.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM matter WHERE agency_id IN (<ending>) AND ended_at IS NULL""")
                .bindList("ending", change.ending()).mapTo(Long.class).one());
        return open == 0 ? List.of() : List.of(Following.of(ChangeTopic.PEOPLE,
                change.kind().joins() ? "organisation.change.matters-go-on" : "organisation.change.matters", open));
    }
}
