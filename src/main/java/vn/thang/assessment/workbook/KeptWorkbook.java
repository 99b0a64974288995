package vn.thang.assessment.workbook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import vn.thang.assessment.answer.EvidenceFile;

/** A filled workbook that somebody sent: waiting for a decision, or applied and kept as it came. */
@Entity
@Table(name = "answer_workbook")
@SequenceGenerator(name = "answer_workbook_seq", sequenceName = "answer_workbook_seq", allocationSize = 50)
class KeptWorkbook {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "answer_workbook_seq")
    @Column(name = "id")
    private Long id;

    @Column(name = "assessment_id")
    private long assessmentId;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "size")
    private long size;

    @Column(name = "sha256")
    private String sha256;

    @Lob
    @Column(name = "content")
    private byte[] content;

    @Column(name = "sent_by")
    private long sentBy;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "applied_by")
    private Long appliedBy;

    @Column(name = "applied_at")
    private Instant appliedAt;

    @Column(name = "cells")
    private int cells;

    /** JSON: the cells that were written, each with what stood there before. */
    @Column(name = "written")
    private String written;

    @Version
    @Column(name = "version")
    private int version;

    protected KeptWorkbook() {
    }

    KeptWorkbook(long assessmentId, String fileName, byte[] content, Long person, Instant now) {
        this.assessmentId = assessmentId;
        this.fileName = fileName;
        this.size = content.length;
        this.sha256 = EvidenceFile.sha256(content);
        this.content = content.clone();
        this.sentBy = person;
        this.sentAt = now;
    }

    void apply(int newCells, String newWritten, Long person, Instant now) {
        cells = newCells;
        written = newWritten;
        appliedBy = person;
        appliedAt = now;
    }

    boolean isApplied() {
        return appliedAt != null;
    }

    long id() {
        return id;
    }

    long assessmentId() {
        return assessmentId;
    }

    String fileName() {
        return fileName;
    }

    String sha256() {
        return sha256;
    }

    byte[] content() {
        return content.clone();
    }

    long sentBy() {
        return sentBy;
    }

    String written() {
        return written;
    }
}
