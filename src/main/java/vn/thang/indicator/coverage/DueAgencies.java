package vn.thang.indicator.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** All agencies that are or were, as far as readings are due from them. */
@ApplicationScoped
public class DueAgencies {

    private static final String MERGERS = """
            SELECT p.predecessor_id AS predecessor, s.id AS successor, s.valid_from, s.valid_to, a.type,
                a.valid_to AS ended
            FROM agency_predecessor p
            JOIN agency s ON s.id = p.agency_id
            JOIN agency a ON a.id = p.predecessor_id""";
    private static final String COHORTS = """
            SELECT a.type, a.valid_from, a.valid_to, COUNT(*) AS agencies FROM agency a GROUP BY 1, 2, 3""";

    @Inject
    private Jdbi jdbi;

    /** Returns all agencies that others came of; one statement. */
    public List<Merger> mergers() {
        return jdbi.withHandle(sql -> sql.createQuery(MERGERS).mapTo(Merger.class).list());
    }

    /** Returns how many agencies of which type are there from when to when; one statement. */
    public List<Cohort> cohorts() {
        return jdbi.withHandle(sql -> sql.createQuery(COHORTS).mapTo(Cohort.class).list());
    }
}
