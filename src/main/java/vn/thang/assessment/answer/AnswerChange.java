package vn.thang.assessment.answer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One answer as it was given, kept for ever. */
@Entity
@Table(name = "answer_history")
@SequenceGenerator(name = "answer_history_seq", sequenceName = "answer_history_seq", allocationSize = 50)
class AnswerChange {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "answer_history_seq")
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

    protected AnswerChange() {
    }

    AnswerChange(long assessmentId, StoredAnswer answer) {
        this.assessmentId = assessmentId;
        this.criterion = answer.criterion();
        this.value = answer.value();
        this.comment = answer.comment();
        this.answeredBy = answer.answeredBy();
        this.answeredAt = answer.answeredAt();
    }
}
