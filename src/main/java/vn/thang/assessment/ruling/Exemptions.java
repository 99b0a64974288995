package vn.thang.assessment.ruling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.round.RoundState;
import vn.thang.organisation.agency.AgencyWords;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Flushed;
import vn.thang.platform.sql.Subtrees;

/** All requests for exemptions. */
@ApplicationScoped
public class Exemptions {

    private static final String FROM = """
            FROM exemption e
            JOIN assessment s ON s.id = e.assessment_id
            JOIN assessment_round r ON r.id = s.round_id
            JOIN agency a ON a.id = s.agency_id
            JOIN person p ON p.id = e.asked_by
            LEFT JOIN person d ON d.id = e.decided_by
            """;
    private static final String LINES = """
            SELECT e.id, s.id AS assessment, a.code AS agency_code, a.name AS agency_name, a.name_en AS agency_name_en, r.name AS round_name,
                CONCAT(r.model_id, '/', r.model_version) AS model_ref, e.criterion, e.reason, p.full_name AS asked_by,
                e.asked_at, e.granted, e.decision, d.full_name AS decided_by, e.decided_at
            """ + FROM;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

    public void add(Exemption exemption) {
        entities.persist(exemption);
    }

    /** With its row locked before anything else is read: who decides does so alone. */
    public Exemption lock(long id) {
        return Optional.ofNullable(entities.find(Exemption.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new BusinessException.NotFound("exemption.unknown"));
    }

    /** The newest request of each criterion. */
    public Map<String, AskedExemption> of(long assessmentId) {
        return flushed.withHandle(sql -> sql.createQuery(LINES + "WHERE e.assessment_id = :assessment ORDER BY e.id")
                .bind("assessment", assessmentId).mapTo(AskedExemption.class)
                .collect(Collectors.toMap(AskedExemption::criterion, Function.identity(), (older, newer) -> newer,
                        LinkedHashMap::new)));
    }

    /** Codes of criteria that are exempt. */
    static Set<String> granted(Map<String, AskedExemption> asked) {
        return asked.values().stream().filter(one -> Boolean.TRUE.equals(one.granted())).map(AskedExemption::criterion)
                .collect(Collectors.toSet());
    }

    /** Open requests of agencies at or below the paths; two statements however many there are. */
    public Slice<AskedExemption> open(List<String> paths, ExemptionFilter filter, Cut<ExemptionOrder> cut) {
        String where = "WHERE e.granted IS NULL AND r.state IN (<running>) AND "
                + new Subtrees(paths).condition("a.path") + AgencyWords.condition(filter.words())
                + (filter.type() == null ? "" : " AND a.type = :type")
                + (filter.criterion() == null ? "" : " AND LEFT(e.criterion, CHAR_LENGTH(:criterion)) = :criterion");
        return flushed.withHandle(sql -> Slice.of(
                bound(sql.createQuery("SELECT COUNT(*) " + FROM + where), paths, filter).mapTo(Long.class).one(), cut,
                (size, offset) -> bound(sql.createQuery(LINES + where + " ORDER BY " + cut.sql("e.id")
                        + " LIMIT :size OFFSET :offset"), paths, filter).bind("size", size).bind("offset", offset)
                        .mapTo(AskedExemption.class).list()));
    }

    private static Query bound(Query query, List<String> paths, ExemptionFilter filter) {
        if (filter.type() != null) {
            query.bind("type", filter.type());
        }
        if (filter.criterion() != null) {
            query.bind("criterion", filter.criterion());
        }
        return query.bindMap(new Subtrees(paths).values()).bindMap(AgencyWords.arguments(filter.words()))
                .bindList("running", RoundState.running());
    }
}
