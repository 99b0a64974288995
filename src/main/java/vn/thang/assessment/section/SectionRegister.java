package vn.thang.assessment.section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.sql.Flushed;

/** What was given to whom of an assessment, now and before, and what they did of it: three statements. */
@ApplicationScoped
class SectionRegister {

    private static final String ANSWERS = """
            SELECT w.criterion, w.answered_by AS person, p.full_name AS name, w.answered_at AS at
            FROM answer w JOIN person p ON p.id = w.answered_by
            WHERE w.assessment_id = :assessment AND w.value IS NOT NULL""";
    private static final String HOLDERS = """
            SELECT section, person FROM (
                SELECT DISTINCT x.id AS section, COALESCE(x.person_id, m.person_id) AS person
                FROM assessment_section x
                LEFT JOIN membership m ON m.agency_id = x.unit_id AND m.role IN (<answering>)
                WHERE x.assessment_id = :assessment) h
            WHERE person IS NOT NULL""";
    private static final String SECTIONS = """
            SELECT x.id, x.dimension, COALESCE(p.full_name, u.name) AS holder, x.unit_id IS NOT NULL AS unit,
                g.full_name AS given_by, x.given_at, f.full_name AS finished_by, x.finished_at,
                e.full_name AS ended_by, x.ended_at
            FROM assessment_section x
            JOIN person g ON g.id = x.given_by
            LEFT JOIN person p ON p.id = x.person_id
            LEFT JOIN agency u ON u.id = x.unit_id
            LEFT JOIN person f ON f.id = x.finished_by
            LEFT JOIN person e ON e.id = x.ended_by
            WHERE x.assessment_id = :assessment ORDER BY x.id""";

    @Inject
    private Flushed flushed;

    private record Answered(String criterion, long person, String name, Instant at) {
    }

    private record Holder(long section, long person) {
    }

    private record Line(long id, String dimension, String holder, boolean unit, String givenBy, Instant givenAt,
            String finishedBy,
            Instant finishedAt, String endedBy, Instant endedAt) {
    }

    /** @param model as the agency sees it */
    List<GivenSection> of(long assessmentId, MaturityModel model) {
        Map<String, Set<String>> criteria = model.dimensions().stream().collect(Collectors.toMap(Dimension::code,
                dimension -> Set.copyOf(MaturityModel.criteriaBelow(dimension).keySet())));
        return flushed.withHandle(sql -> {
            List<Answered> answers = sql.createQuery(ANSWERS).bind("assessment", assessmentId).mapTo(Answered.class)
                    .list();
            Map<Long, Set<Long>> people = sql.createQuery(HOLDERS).bind("assessment", assessmentId)
                    .bindList("answering", Sections.answering()).mapTo(Holder.class)
                    .collect(Collectors.groupingBy(Holder::section,
                            Collectors.mapping(Holder::person, Collectors.toSet())));
            return sql.createQuery(SECTIONS).bind("assessment", assessmentId).mapTo(Line.class).list().stream()
                    .map(line -> given(assessmentId, line, criteria.getOrDefault(line.dimension(), Set.of()), answers,
                            people.getOrDefault(line.id(), Set.of())))
                    .toList();
        });
    }

    private static GivenSection given(long assessmentId, Line line, Set<String> criteria, List<Answered> answers,
            Set<Long> people) {
        Instant finished = line.finishedAt();
        List<Answered> own = answers.stream()
                .filter(one -> criteria.contains(one.criterion()) && people.contains(one.person())
                        && !one.at().isBefore(line.givenAt()))
                .toList();
        Map<String, Long> shares = own.stream()
                .collect(Collectors.groupingBy(Answered::name, TreeMap::new, Collectors.counting()));
        return new GivenSection(line.id(), assessmentId, line.dimension(), line.holder(), line.unit(), line.givenBy(),
                line.givenAt(),
                line.finishedBy(), finished, line.endedBy(), line.endedAt(), criteria.size(),
                shares.entrySet().stream().map(share -> new GivenSection.Share(share.getKey(), share.getValue()))
                        .toList(),
                finished != null && own.stream().anyMatch(one -> one.at().isAfter(finished)));
    }
}
