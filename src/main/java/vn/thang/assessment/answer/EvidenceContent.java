package vn.thang.assessment.answer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;

/** The bytes of an evidence file, apart from it so that no list ever loads them. */
@Entity
@Table(name = "evidence_content")
class EvidenceContent {

    @Id
    @Column(name = "evidence_id")
    private Long evidenceId;

    @Lob
    @Column(name = "content")
    private byte[] content;

    @Enumerated(EnumType.STRING)
    @Column(name = "scan")
    private ScanState scan;

    @Column(name = "scanned_at")
    private Instant scannedAt;

    protected EvidenceContent() {
    }

    EvidenceContent(long evidenceId, EvidenceFile file, Instant now) {
        this.evidenceId = evidenceId;
        this.content = file.content().clone();
        this.scan = file.scan();
        this.scannedAt = file.scan() == ScanState.NOT_SCANNED ? null : now;
    }

    byte[] content() {
        return content.clone();
    }
}
