package vn.thang.assessment.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.Moments;

/** What was given to whom of an assessment, now and before, and what they did of it: three statements. */
@ApplicationScoped
class SectionRegister {

    @PersistenceContext
    private EntityManager entities;

    private record Answered(String criterion, long person, String name, Instant at) {
    }

    /** @param model as the agency sees it */
    List<GivenSection> of(long assessmentId, MaturityModel model) {
        Map<String, Set<String>> criteria = model.dimensions().stream().collect(Collectors.toMap(Dimension::code,
                dimension -> Set.copyOf(MaturityModel.criteriaBelow(dimension).keySet())));
        List<Answered> answers = list("SELECT w.criterion, w.answered_by, p.full_name, w.answered_at FROM answer w"
                + " JOIN person p ON p.id = w.answered_by WHERE w.assessment_id = ?1 AND w.value IS NOT NULL", assessmentId).stream()
                .map(row -> new Answered((String) row[0], number(row[1]), (String) row[2], Moments.instant(row[3]))).toList();
        Map<Long, Set<Long>> people = list("SELECT DISTINCT x.id, COALESCE(x.person_id, m.person_id) FROM assessment_section x"
                + " LEFT JOIN membership m ON m.agency_id = x.unit_id AND m.role IN " + Sections.ANSWERING + " WHERE x.assessment_id = ?1", assessmentId)
                .stream().filter(row -> row[1] != null)
                .collect(Collectors.groupingBy(row -> number(row[0]), Collectors.mapping(row -> number(row[1]), Collectors.toSet())));
        return list("""
                SELECT x.id, x.dimension, COALESCE(p.full_name, u.name), x.unit_id IS NOT NULL, g.full_name, x.given_at, f.full_name,
                       x.finished_at, e.full_name, x.ended_at
                FROM assessment_section x JOIN person g ON g.id = x.given_by LEFT JOIN person p ON p.id = x.person_id
                LEFT JOIN agency u ON u.id = x.unit_id LEFT JOIN person f ON f.id = x.finished_by LEFT JOIN person e ON e.id = x.ended_by
                WHERE x.assessment_id = ?1 ORDER BY x.id""", assessmentId).stream()
                .map(row -> given(assessmentId, row, criteria.getOrDefault((String) row[1], Set.of()), answers,
                        people.getOrDefault(number(row[0]), Set.of()))).toList();
    }

    private static GivenSection given(long assessmentId, Object[] row, Set<String> criteria, List<Answered> answers, Set<Long> people) {
        Instant since = Moments.instant(row[5]);
        Instant finished = Moments.instant(row[7]);
        List<Answered> own = answers.stream().filter(one -> criteria.contains(one.criterion()) && people.contains(one.person())
                && !one.at().isBefore(since)).toList();
        Map<String, Long> shares = own.stream().collect(Collectors.groupingBy(Answered::name, TreeMap::new, Collectors.counting()));
        return new GivenSection(number(row[0]), assessmentId, (String) row[1], (String) row[2], Moments.flag(row[3]), (String) row[4], since,
                (String) row[6], finished, (String) row[8], Moments.instant(row[9]), criteria.size(),
                shares.entrySet().stream().map(share -> new GivenSection.Share(share.getKey(), share.getValue())).toList(),
                finished != null && own.stream().anyMatch(one -> one.at().isAfter(finished)));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> list(String sql, long assessmentId) {
        return entities.createNativeQuery(sql).setParameter(1, assessmentId).getResultList();
    }
}
