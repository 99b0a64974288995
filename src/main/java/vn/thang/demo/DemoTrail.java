package vn.thang.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import vn.thang.assessment.reply.Objection;
import vn.thang.assessment.ruling.Verdict;
import vn.thang.assessment.score.ScoringEvent.Given;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.MaturityModel;

/** Has the trail tell of what was written into a demonstration round past the use cases. */
@ApplicationScoped
class DemoTrail {

    private static final String INVENTED = """
            SELECT s.id AS assessment, s.agency_id AS agency, w.criterion, w.value, w.kind FROM assessment s
            JOIN (SELECT 1 AS step, id, assessment_id, criterion, value, 'answer' AS kind FROM answer
                UNION ALL
                SELECT 2, id, assessment_id, criterion, NULL, IF(granted, 'grant-exemption', 'refuse-exemption')
                FROM exemption WHERE granted IS NOT NULL
                UNION ALL
                SELECT 3, id, assessment_id, criterion, value, kind FROM verdict) w ON w.assessment_id = s.id
            WHERE s.round_id = :round ORDER BY s.id, w.step, w.id""";
    /** How the trail tells of verdicts. */
    private static final Map<String, String> ACTIONS = Map.of(Verdict.Kind.CONFIRMED.name(), "confirm",
            Verdict.Kind.CORRECTED.name(), "correct", Verdict.Kind.RETURNED.name(), "return",
            Verdict.Kind.DECIDED.name(), "decide");

    @Inject
    private Jdbi jdbi;

    @Inject
    private Catalog catalog;

    @Inject
    private Event<DemoEvent> events;

    private record Row(long assessment, long agency, String criterion, String value, String kind) {

        private DemoEvent.Invented invented(MaturityModel model) {
            return new DemoEvent.Invented(ACTIONS.getOrDefault(kind, kind), assessment, agency,
                    new Given(criterion, model.criterion(criterion).restricted(), null, value),
                    kind.equals(Verdict.Kind.DECIDED.name()) ? Objection.Decision.UPHELD.name() : null);
        }
    }

    @Transactional
    void tell(long round, String modelRef) {
        MaturityModel model = catalog.model(modelRef);
        List<DemoEvent.Invented> all = jdbi.withHandle(sql -> sql.createQuery(INVENTED).bind("round", round)
                .mapTo(Row.class).map(row -> row.invented(model)).list());
        events.fire(new DemoEvent.AnswersInvented(all));
    }
}
