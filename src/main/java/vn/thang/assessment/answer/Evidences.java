package vn.thang.assessment.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.assessment.course.Step;
import vn.thang.assessment.round.RoundState;
import vn.thang.organisation.agency.FormerSelves;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.Flushed;

/** All evidence. */
@ApplicationScoped
public class Evidences {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Flushed flushed;

    @Inject
    private Clock clock;

    /** Attaches a file, and says whether it is new: the same content in the same place is attached once. */
    public boolean attach(EvidencePlace place, EvidenceFile file, Long person, Instant now) {
        boolean isNew = in(place).noneMatch(item -> file.sha256().equals(item.sha256()));
        if (isNew) {
            store(Evidence.file(place, file, person, now), file, now);
        }
        return isNew;
    }

    /** Attaches a link, and says whether it is new. */
    public boolean attach(EvidencePlace place, EvidenceLink link, Long person, Instant now) {
        boolean isNew = in(place).noneMatch(item -> link.address().equals(item.url()));
        if (isNew) {
            addAll(List.of(Evidence.link(place, link, person, now)));
        }
        return isNew;
    }

    /** Attaches in another place what is known, and says whether it is new there. */
    public boolean attach(EvidencePlace place, Evidence known, Long person, Instant now) {
        boolean isNew = in(place).noneMatch(
                item -> known.isFile() ? known.sha256().equals(item.sha256()) : known.url().equals(item.url()));
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
        store(newer, file, now);
        older.remove(person, now);
    }

    private Stream<AttachedEvidence> in(EvidencePlace place) {
        return of(place.assessmentId()).stream().filter(place::holds);
    }

    public void addAll(List<Evidence> evidence) {
        evidence.forEach(entities::persist);
    }

    /** By id. */
    public Map<Long, Evidence> all(List<Long> ids) {
        return ids.isEmpty() ? Map.of()
                : entities.createQuery("SELECT e FROM Evidence e WHERE e.id IN :ids", Evidence.class)
                        .setParameter("ids", ids).getResultStream()
                        .collect(Collectors.toMap(Evidence::id, Function.identity()));
    }

    private void store(Evidence evidence, EvidenceFile file, Instant now) {
        entities.persist(evidence);
        entities.flush(); // before its content, which refers to it by its id only
        entities.persist(new EvidenceContent(evidence.id(), file, now));
    }

    /** With its row locked before anything else is read, so that what is read afterwards is of the same moment. */
    public Evidence lock(long id) {
        return Optional.ofNullable(entities.find(Evidence.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new BusinessException.NotFound("evidence.unknown"));
    }

    public Evidence get(long id) {
        return Optional.ofNullable(entities.find(Evidence.class, id))
                .orElseThrow(() -> new BusinessException.NotFound("evidence.unknown"));
    }

    public byte[] content(long id) {
        return Optional.ofNullable(entities.find(EvidenceContent.class, id)).map(EvidenceContent::content)
                .orElseThrow(() -> new BusinessException.NotFound("evidence.unknown"));
    }

    /** Returns what a scanner has said of the content that evidence shows. */
    public ScanState scan(long contentId) {
        return flushed.withHandle(sql -> sql.createQuery("SELECT scan FROM evidence_content WHERE evidence_id = :id")
                .bind("id", contentId).mapTo(ScanState.class).findFirst().orElse(ScanState.NOT_SCANNED));
    }

    /** A content at which no scanner has looked, with the evidence that brought it. */
    record Unscanned(long id, long assessment, long agency) {
    }

    /** Returns contents at which no scanner has looked, in the order of their ids. */
    List<Unscanned> unscanned(long after, int most) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT e.id, e.assessment_id AS assessment, s.agency_id AS agency
                FROM evidence_content c
                JOIN evidence e ON e.id = c.evidence_id
                JOIN assessment s ON s.id = e.assessment_id
                WHERE c.scan = :unscanned AND c.evidence_id > :after ORDER BY c.evidence_id LIMIT :most""")
                .bind("unscanned", ScanState.NOT_SCANNED).bind("after", after).bind("most", most)
                .mapTo(Unscanned.class).list());
    }

    void scanned(long id, EvidenceScanner.Look look, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                UPDATE evidence_content SET scan = :state, finding = :finding, scanned_at = :now
                WHERE evidence_id = :id""").bind("state", look.state()).bind("finding", look.finding())
                .bind("now", now).bind("id", id).execute());
    }

    /** Returns how many bytes an agency keeps, each content once, what was taken back too: it is kept as well. */
    long bytes(long agency) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT COALESCE(SUM(e.size), 0) FROM evidence e JOIN assessment s ON s.id = e.assessment_id
                WHERE s.agency_id = :agency AND e.content_id IS NULL""").bind("agency", agency).mapTo(Long.class)
                .one());
    }

    private static final int MOST_KNOWN = 20;

    /**
     * Evidence of an agency, and of those that were merged into it, each content once, the newest use of it; without that of rehearsals, which go whole.
     *
     * @param assessment null for all rounds
     * @param criteria   null for all
     * @param words      part of the title; null for all
     */
    public List<KnownEvidence> known(long agency, Long assessment, Set<String> criteria, String words) {
        return flushed.withHandle(sql -> sql
                .createQuery("""
                WITH RECURSIVE %s
                SELECT MAX(e.id) AS id, e.title, e.kind = :file AS file, MAX(e.valid_until) AS valid_until,
                    MAX(r.name) AS round_name, COUNT(*) AS uses, MAX(e.criterion) AS criterion
                FROM former f
                JOIN assessment s ON s.agency_id = f.member
                JOIN evidence e ON e.assessment_id = s.id
                JOIN assessment_round r ON r.id = s.round_id
                WHERE NOT e.for_objection AND NOT r.rehearsal AND (e.removed_at IS NULL OR r.state = :published)
                    AND (:assessment IS NULL OR s.id = :assessment) AND e.title LIKE :words ESCAPE '!'
                    AND (:criteria = '' OR FIND_IN_SET(e.criterion, :criteria))
                GROUP BY COALESCE(e.sha256, e.url), e.title, e.kind
                ORDER BY MAX(e.attached_at) DESC, MAX(e.id) DESC LIMIT :most"""
                        .formatted(FormerSelves.of("a.id = :agency", ":today")))
                .bind("file", AttachedEvidence.FILE).bind("published", RoundState.PUBLISHED)
                .bind("agency", agency).bind("assessment", assessment).bind("today", LocalDate.now(clock))
                .bind("words", "%" + (words == null ? "" : words.strip().replaceAll("[!%_]", "!$0")) + "%")
                .bind("criteria", criteria == null ? "" : String.join(",", criteria)).bind("most", MOST_KNOWN)
                .mapTo(KnownEvidence.class).list());
    }

    /** Whether an agency was merged into another one, at once or over others. */
    public boolean isFormer(long agency, long of) {
        return flushed.withHandle(sql -> sql
                .createQuery("WITH RECURSIVE %s SELECT COUNT(*) FROM former WHERE member = :agency"
                        .formatted(FormerSelves.of("a.id = :of", ":today")))
                .bind("agency", agency).bind("of", of).bind("today", LocalDate.now(clock)).mapTo(Long.class).one()) > 0;
    }

    /** Files whose content cannot be found. */
    public Set<Long> lost(long assessmentId) {
        return flushed.withHandle(sql -> sql
                .createQuery(
                        """
                SELECT e.id FROM evidence e LEFT JOIN evidence_content c ON c.evidence_id = COALESCE(e.content_id, e.id)
                WHERE e.assessment_id = :assessment AND e.kind = :file AND e.removed_at IS NULL AND c.evidence_id IS NULL""")
                .bind("file", AttachedEvidence.FILE).bind("assessment", assessmentId).mapTo(Long.class)
                .collect(Collectors.toSet()));
    }

    /** What is attached to the assessment and not taken back. */
    public List<AttachedEvidence> of(long assessmentId) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT e.id, e.criterion, e.level, e.kind, e.title, e.url, e.media_type, e.size, e.sha256,
                    p.full_name AS attached_by, e.attached_at, e.valid_from, e.valid_until,
                    e.replaces_id IS NOT NULL AS newer, e.for_objection, c.scan
                FROM evidence e LEFT JOIN person p ON p.id = e.attached_by
                LEFT JOIN evidence_content c ON c.evidence_id = COALESCE(e.content_id, e.id)
                WHERE e.assessment_id = :assessment AND e.removed_at IS NULL ORDER BY e.criterion, e.level, e.id""")
                .bind("assessment", assessmentId).mapTo(AttachedEvidence.class).list());
    }

    /** Names of up to so many documents that came after this one, in the order of their ids. */
    public List<EvidenceName> namesAfter(long id, int most) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT e.id, e.title, a.path AS agency_path FROM evidence e
                JOIN assessment s ON s.id = e.assessment_id
                JOIN agency a ON a.id = s.agency_id
                WHERE e.id > :id ORDER BY e.id LIMIT :most""").bind("id", id).bind("most", most)
                .mapTo(EvidenceName.class).list());
    }

    /** Those of the documents that were not taken back. */
    public List<NamedEvidence> named(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : flushed.withHandle(sql -> sql.createQuery("""
                SELECT e.id, e.title, e.url, e.criterion, CONCAT(r.model_id, '/', r.model_version) AS model_ref,
                    r.name AS round_name, a.code AS agency_code, a.name AS agency_name, a.path AS agency_path,
                    s.id AS assessment, s.state, NOT e.for_objection OR COALESCE(s.reply = :objected, FALSE) AS sent
                FROM evidence e
                JOIN assessment s ON s.id = e.assessment_id
                JOIN assessment_round r ON r.id = s.round_id
                JOIN agency a ON a.id = s.agency_id
                WHERE e.id IN (<ids>) AND e.removed_at IS NULL""").bindList("ids", List.copyOf(ids))
                .bind("objected", Step.OBJECT).mapTo(NamedEvidence.class).list());
    }

    /** Whether the objection to which the document belongs was sent by the head of the agency. */
    public boolean isSent(long id) {
        return named(List.of(id)).stream().anyMatch(NamedEvidence::sent);
    }
}
