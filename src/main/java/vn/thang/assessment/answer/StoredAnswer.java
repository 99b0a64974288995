package vn.thang.assessment.answer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** The present answer of an agency to one criterion. What it was before stands in the history. */
@Entity
@Table(name = "answer")
@SequenceGenerator(name = "answer_seq", sequenceName = "answer_seq", allocationSize = 50)
class StoredAnswer {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "answer_seq")
    @Column(name = "id")
    private Long id;

    @Column(name = "assessment_id")
    private long assessmentId;

    @Column(name = "criterion")
    private String criterion;

    @Column(name = "value")
    private String value;

    @Column(name = "comment")
    private String comment;

    @Column(name = "answered_by")
    private Long answeredBy;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Version
    @Column(name = "version")
    private int version;

    protected StoredAnswer() {
    }

    StoredAnswer(long assessmentId, String criterion) {
        this.assessmentId = assessmentId;
        this.criterion = criterion;
    }

    void set(String newValue, String newComment, Long person, Instant now) {
        value = newValue;
        comment = newComment;
        answeredBy = person;
        answeredAt = now;
    }

    String criterion() {
        return criterion;
    }

    String value() {
        return value;
    }

    String comment() {
        return comment;
    }

    Long answeredBy() {
        return answeredBy;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    int version() {
        return version;
    }
}
