package vn.thang.assessment.answer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

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

    protected EvidenceContent() {
    }

    EvidenceContent(long evidenceId, byte[] content) {
        this.evidenceId = evidenceId;
        this.content = content.clone();
    }

    byte[] content() {
        return content.clone();
    }
}
