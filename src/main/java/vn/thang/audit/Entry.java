package vn.thang.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import vn.thang.platform.TrailLine;

/** One line of the trail. */
@Entity
@Table(name = "change_log")
@SequenceGenerator(name = "change_log_seq", sequenceName = "change_log_seq", allocationSize = 50)
class Entry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "change_log_seq")
    @Column(name = "id")
    private Long id;

    @Column(name = "at")
    private Instant at;

    @Column(name = "person_id")
    private Long personId;

    @Column(name = "action")
    private String action;

    @Column(name = "subject")
    private String subject;

    @Column(name = "subject_id")
    private Long subjectId;

    @Column(name = "agency_id")
    private Long agencyId;

    @Column(name = "details")
    private String details;

    protected Entry() {
    }

    Entry(Instant at, Long personId, TrailLine line) {
        this.at = at;
        this.personId = personId;
        this.action = line.action();
        this.subject = line.subject();
        this.subjectId = line.subjectId();
        this.agencyId = line.agencyId();
        this.details = line.details();
    }
}
