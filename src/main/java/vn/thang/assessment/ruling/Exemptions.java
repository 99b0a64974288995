package vn.thang.assessment.ruling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Moments;
import vn.thang.platform.Slice;

/** All requests for exemptions. */
@ApplicationScoped
public class Exemptions {

    private static final String FROM = " FROM exemption e JOIN assessment s ON s.id = e.assessment_id"
            + " JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id"
            + " JOIN person p ON p.id = e.asked_by LEFT JOIN person d ON d.id = e.decided_by WHERE ";
    private static final String COLUMNS = "SELECT e.id, s.id, a.name, r.name, CONCAT(r.model_id, '/', r.model_version), e.criterion,"
            + " e.reason, p.full_name, e.asked_at, e.granted, e.decision, d.full_name, e.decided_at";

    @PersistenceContext
    private EntityManager entities;

    public void add(Exemption exemption) {
        entities.persist(exemption);
        entities.flush();
    }

    public Exemption get(long id) {
        return Optional.ofNullable(entities.find(Exemption.class, id))
                .orElseThrow(() -> new BusinessException.NotFound("exemption.unknown"));
    }

    /** The newest request of each criterion. */
    public Map<String, AskedExemption> of(long assessmentId) {
        Map<String, AskedExemption> asked = new LinkedHashMap<>();
        rows(COLUMNS + FROM + "e.assessment_id = ?1 ORDER BY e.id", List.of(assessmentId)).forEach(one -> asked.put(one.criterion(), one));
        return asked;
    }

    /** Codes of criteria that are exempt. */
    static Set<String> granted(Map<String, AskedExemption> asked) {
        return asked.values().stream().filter(one -> Boolean.TRUE.equals(one.granted())).map(AskedExemption::criterion)
                .collect(Collectors.toSet());
    }

    /** Open requests of agencies at or below the paths, the oldest first. */
    public Slice<AskedExemption> open(List<String> subtrees, int page) {
        List<Object> arguments = new ArrayList<>(subtrees.stream().map(path -> path + "%").toList());
        String where = "e.granted IS NULL AND r.state IN ('OPEN', 'CLOSED') AND (1 = 0"
                + IntStream.rangeClosed(1, arguments.size()).mapToObj(i -> " OR a.path LIKE ?" + i).collect(Collectors.joining()) + ")";
        long total = ((Number) bound("SELECT COUNT(*)" + FROM + where, arguments).getSingleResult()).longValue();
        return Slice.of(total, page, before -> rows(COLUMNS + FROM + where + " ORDER BY e.id LIMIT " + Slice.SIZE
                + " OFFSET " + before, arguments));
    }

    private Query bound(String sql, List<?> arguments) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < arguments.size(); i++) {
            query.setParameter(i + 1, arguments.get(i));
        }
        return query;
    }

    @SuppressWarnings("unchecked")
    private List<AskedExemption> rows(String sql, List<?> arguments) {
        return ((List<Object[]>) bound(sql, arguments).getResultList()).stream().map(row -> new AskedExemption(((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(), (String) row[2], (String) row[3], (String) row[4], (String) row[5], (String) row[6],
                (String) row[7], Moments.instant(row[8]), granted(row[9]), (String) row[10], (String) row[11],
                Moments.instant(row[12]))).toList();
    }

    private static Boolean granted(Object value) {
        return value instanceof Number number ? number.intValue() == 1 : (Boolean) value;
    }
}
