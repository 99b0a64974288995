package vn.thang.assessment.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.result.ResultVerification.Missing;

/** Results that must be there and are not: the trail told that they were published, or their assessments say that they are. */
@ApplicationScoped
class MissingResults {

    @Inject
    private Jdbi jdbi;

    protected MissingResults() {
    }

    /** Reads from a database without a server. */
    MissingResults(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Assessed(long id, String agency, AssessmentState state) {
    }

    private record Named(String code, long id) {
    }

    /**
     * Lists those of a round.
     *
     * @param told ids of the assessments of whose results the trail told
     * @param seen ids of those whose frozen results were found
     */
    List<Missing> of(long round, Set<Long> told, Set<Long> seen) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT s.id, a.code AS agency, s.state FROM assessment s JOIN agency a ON a.id = s.agency_id
                WHERE s.round_id = :round ORDER BY s.id""").bind("round", round).mapTo(Assessed.class).list()).stream()
                .filter(one -> !seen.contains(one.id()))
                .filter(one -> told.contains(one.id()) || one.state() == AssessmentState.PUBLISHED)
                .map(one -> new Missing(one.id(), one.agency(), told.contains(one.id()))).toList();
    }

    /** Returns the ids of all rounds by their codes, in the order of the codes: what a round says of itself decides nothing. */
    Map<String, Long> rounds() {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT code, id FROM assessment_round").mapTo(Named.class)
                .collect(Collectors.toMap(Named::code, Named::id, (one, other) -> other, TreeMap::new)));
    }
}
