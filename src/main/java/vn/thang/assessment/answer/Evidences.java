package vn.thang.assessment.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Moments;

/** All evidence. */
@ApplicationScoped
public class Evidences {

    @PersistenceContext
    private EntityManager entities;

    /** Attaches a file, and says whether it is new: the same content in the same place is attached once. */
    public boolean attach(Place place, EvidenceFile file, Long person, Instant now) {
        boolean isNew = in(place).noneMatch(item -> file.sha256().equals(item.sha256()));
        if (isNew) {
            store(Evidence.file(place, file, person, now), file);
        }
        return isNew;
    }

    /** Attaches a link, and says whether it is new. */
    public boolean attach(Place place, EvidenceLink link, Long person, Instant now) {
        boolean isNew = in(place).noneMatch(item -> link.address().equals(item.url()));
        if (isNew) {
            addAll(List.of(Evidence.link(place, link, person, now)));
        }
        return isNew;
    }

    /** Attaches in another place what is known, and says whether it is new there. */
    public boolean attach(Place place, Evidence known, Long person, Instant now) {
        boolean isNew = in(place).noneMatch(item -> known.isFile() ? known.sha256().equals(item.sha256()) : known.url().equals(item.url()));
        if (isNew) {
            addAll(List.of(known.again(place, person, now)));
        }
        return isNew;
    }

    /**
     * Puts a newer version of a file in the place of the one that is there; both are kept.
     *
     * @throws BusinessException when the place has the same content already
     */
    public void renew(Evidence older, EvidenceFile file, Long person, Instant now) {
        if (in(older.place()).anyMatch(item -> file.sha256().equals(item.sha256()))) {
            throw new BusinessException("evidence.same-version");
        }
        Evidence newer = Evidence.file(older.place(), file, person, now);
        newer.replace(older);
        store(newer, file);
        older.remove(person, now);
        entities.flush();
    }

    private Stream<AttachedEvidence> in(Place place) {
        return of(place.assessmentId()).stream().filter(place::holds);
    }

    public void addAll(List<Evidence> evidence) {
        evidence.forEach(entities::persist);
        entities.flush();
    }

    /** By id. */
    public Map<Long, Evidence> all(List<Long> ids) {
        return ids.isEmpty() ? Map.of() : entities.createQuery("SELECT e FROM Evidence e WHERE e.id IN :ids", Evidence.class)
                .setParameter("ids", ids).getResultStream().collect(Collectors.toMap(Evidence::id, Function.identity()));
    }

    private void store(Evidence evidence, EvidenceFile file) {
        entities.persist(evidence);
        entities.flush();
        entities.persist(new EvidenceContent(evidence.id(), file.content()));
        entities.flush();
    }

    public Evidence get(long id) {
        return Optional.ofNullable(entities.find(Evidence.class, id))
                .orElseThrow(() -> new BusinessException.NotFound("evidence.unknown"));
    }

    public byte[] content(long id) {
        return Optional.ofNullable(entities.find(EvidenceContent.class, id)).map(EvidenceContent::content)
                .orElseThrow(() -> new BusinessException.NotFound("evidence.unknown"));
    }

    private static final int MOST_KNOWN = 20;

    /**
     * Evidence of an agency, each content once, the newest use of it.
     *
     * @param assessment null for all rounds
     * @param criteria   null for all
     * @param words      part of the title; null for all
     */
    @SuppressWarnings("unchecked")
    public List<KnownEvidence> known(long agency, Long assessment, Set<String> criteria, String words) {
        List<Object[]> rows = entities.createNativeQuery("""
                SELECT MAX(e.id), e.title, e.kind, MAX(e.valid_until), MAX(r.name), COUNT(*), MAX(e.criterion), MAX(e.attached_at)
                FROM evidence e JOIN assessment s ON s.id = e.assessment_id JOIN assessment_round r ON r.id = s.round_id
                WHERE s.agency_id = ?1 AND NOT e.for_objection AND (e.removed_at IS NULL OR r.state = 'PUBLISHED')
                  AND (?2 IS NULL OR s.id = ?2) AND e.title LIKE ?3 ESCAPE '!' AND (?4 = '' OR FIND_IN_SET(e.criterion, ?4))
                GROUP BY COALESCE(e.sha256, e.url), e.title, e.kind ORDER BY 8 DESC, 1 DESC LIMIT ?5""")
                .setParameter(1, agency).setParameter(2, assessment)
                .setParameter(3, "%" + (words == null ? "" : words.strip().replaceAll("[!%_]", "!$0")) + "%")
                .setParameter(4, criteria == null ? "" : String.join(",", criteria)).setParameter(5, MOST_KNOWN).getResultList();
        return rows.stream().map(row -> new KnownEvidence(((Number) row[0]).longValue(), (String) row[1], row[2].equals("FILE"),
                Moments.day(row[3]), (String) row[4], ((Number) row[5]).intValue(), (String) row[6])).toList();
    }

    /** Files whose content cannot be found. */
    @SuppressWarnings("unchecked")
    public Set<Long> lost(long assessmentId) {
        return ((List<Number>) entities.createNativeQuery("""
                SELECT e.id FROM evidence e LEFT JOIN evidence_content c ON c.evidence_id = COALESCE(e.content_id, e.id)
                WHERE e.assessment_id = ?1 AND e.kind = 'FILE' AND e.removed_at IS NULL AND c.evidence_id IS NULL""")
                .setParameter(1, assessmentId).getResultList()).stream().map(Number::longValue).collect(Collectors.toSet());
    }

    /** What is attached to the assessment and not taken back. */
    @SuppressWarnings("unchecked")
    public List<AttachedEvidence> of(long assessmentId) {
        List<Object[]> rows = entities.createNativeQuery("""
                SELECT e.id, e.criterion, e.level, e.kind, e.title, e.url, e.media_type, e.size, e.sha256, p.full_name, e.attached_at,
                  e.valid_from, e.valid_until, e.replaces_id, e.for_objection
                FROM evidence e LEFT JOIN person p ON p.id = e.attached_by
                WHERE e.assessment_id = ?1 AND e.removed_at IS NULL ORDER BY e.criterion, e.level, e.id""")
                .setParameter(1, assessmentId).getResultList();
        return rows.stream().map(row -> new AttachedEvidence(((Number) row[0]).longValue(), (String) row[1],
                ((Number) row[2]).intValue(), (String) row[3], (String) row[4], (String) row[5], (String) row[6],
                row[7] == null ? null : ((Number) row[7]).longValue(), (String) row[8], (String) row[9],
                Moments.instant(row[10]), Moments.day(row[11]), Moments.day(row[12]), row[13] != null,
                Moments.flag(row[14]))).toList();
    }
}
