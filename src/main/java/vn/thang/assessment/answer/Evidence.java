package vn.thang.assessment.answer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** A file or link that supports one level of one criterion, or an objection to it. It is never deleted, only taken back. */
@Entity
@Table(name = "evidence")
@SequenceGenerator(name = "evidence_seq", sequenceName = "evidence_seq", allocationSize = 50)
public class Evidence {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "evidence_seq")
    @Column(name = "id")
    private Long id;

    @Column(name = "assessment_id")
    private long assessmentId;

    @Column(name = "criterion")
    private String criterion;

    @Column(name = "level")
    private int level;

    @Column(name = "for_objection")
    private boolean forObjection;

    @Column(name = "kind")
    private String kind;

    @Column(name = "title")
    private String title;

    @Column(name = "url")
    private String url;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "size")
    private Long size;

    @Column(name = "sha256")
    private String sha256;

    @Column(name = "attached_by")
    private Long attachedBy;

    @Column(name = "attached_at")
    private Instant attachedAt;

    /** Evidence whose content this one shows again; null where it has its own. */
    @Column(name = "content_id")
    private Long contentId;

    /** The version before this one. */
    @Column(name = "replaces_id")
    private Long replacesId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Column(name = "removed_by")
    private Long removedBy;

    @Column(name = "removed_at")
    private Instant removedAt;

    protected Evidence() {
    }

    private Evidence(EvidencePlace place, String kind, String title, Long person, Instant now) {
        this.assessmentId = place.assessmentId();
        this.criterion = place.criterion();
        this.level = place.level();
        this.forObjection = place.forObjection();
        this.kind = kind;
        this.title = title;
        this.attachedBy = person;
        this.attachedAt = now;
    }

    static Evidence file(EvidencePlace place, EvidenceFile file, Long person, Instant now) {
        Evidence evidence = new Evidence(place, AttachedEvidence.FILE, file.name(), person, now);
        evidence.mediaType = file.mediaType();
        evidence.size = (long) file.content().length;
        evidence.sha256 = file.sha256();
        return evidence;
    }

    static Evidence link(EvidencePlace place, EvidenceLink link, Long person, Instant now) {
        Evidence evidence = new Evidence(place, AttachedEvidence.LINK, link.title(), person, now);
        evidence.url = link.address();
        return evidence;
    }

    /** Returns evidence with this content, and the days on which it holds, in another place. */
    public Evidence again(EvidencePlace place, Long person, Instant now) {
        Evidence again = new Evidence(place, kind, title, person, now);
        again.mediaType = mediaType;
        again.size = size;
        again.sha256 = sha256;
        again.url = url;
        again.contentId = contentId == null ? id : contentId;
        again.validFrom = validFrom;
        again.validUntil = validUntil;
        return again;
    }

    /** Takes the place of the older version, and its days. */
    void replace(Evidence older) {
        replacesId = older.id;
        validFrom = older.validFrom;
        validUntil = older.validUntil;
    }

    /** Holds from one day until another; null for open ends. */
    public void holds(LocalDate from, LocalDate until) {
        validFrom = from;
        validUntil = until;
    }

    public boolean isFile() {
        return kind.equals(AttachedEvidence.FILE);
    }

    public void remove(Long person, Instant now) {
        removedBy = person;
        removedAt = now;
    }

    public boolean isRemoved() {
        return removedAt != null;
    }

    Long id() {
        return id;
    }

    /** Where its content is kept. */
    public Long contentId() {
        return contentId == null ? id : contentId;
    }

    public String sha256() {
        return sha256;
    }

    public String url() {
        return url;
    }

    public long assessmentId() {
        return assessmentId;
    }

    public EvidencePlace place() {
        return new EvidencePlace(assessmentId, criterion, level, forObjection);
    }

    public boolean isForObjection() {
        return forObjection;
    }

    public String criterion() {
        return criterion;
    }

    public String title() {
        return title;
    }

    public String mediaType() {
        return mediaType;
    }
}
