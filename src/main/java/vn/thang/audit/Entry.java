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

/** One line of the trail as it is written; what is read again is a {@code seal.StoredEntry}. */
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

    @Column(name = "as_role")
    private String role;

    @Column(name = "as_agency_id")
    private Long roleAgencyId;

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

    @Column(name = "before_value")
    private String before;

    @Column(name = "after_value")
    private String after;

    @Column(name = "before_hash")
    private String beforeHash;

    @Column(name = "after_hash")
    private String afterHash;

    @Column(name = "address_hash")
    private String addressHash;

    @Column(name = "session_hash")
    private String sessionHash;

    protected Entry() {
    }

    Entry(Instant at, Acting who, TrailLine line) {
        this.at = at;
        this.personId = who.person();
        this.role = who.role();
        this.roleAgencyId = who.agency();
        this.sessionHash = who.session();
        this.action = line.action();
        this.subject = line.subject();
        this.subjectId = line.subjectId();
        this.agencyId = line.agencyId();
        this.details = line.details();
        if (!line.apart()) {
            this.before = line.before();
            this.after = line.after();
        }
    }

    Long id() {
        return id;
    }

    /** Holds the salted hash of a value that is kept apart. */
    void holds(ApartValue value) {
        switch (value.kind()) {
            case BEFORE -> beforeHash = value.hash();
            case AFTER -> afterHash = value.hash();
            case ADDRESS -> addressHash = value.hash();
        }
    }
}
