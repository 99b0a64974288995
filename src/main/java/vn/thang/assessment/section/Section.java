package vn.thang.assessment.section;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A dimension of an assessment that was given to a person, or to the people of a unit below, to answer. */
@Entity
@Table(name = "assessment_section")
@SequenceGenerator(name = "assessment_section_seq", sequenceName = "assessment_section_seq", allocationSize = 50)
class Section {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "assessment_section_seq")
    @Column(name = "id")
    private Long id;

    @Column(name = "assessment_id")
    private long assessmentId;

    @Column(name = "dimension")
    private String dimension;

    @Column(name = "person_id")
    private Long personId;

    @Column(name = "unit_id")
    private Long unitId;

    @Column(name = "given_by")
    private Long givenBy;

    @Column(name = "given_at")
    private Instant givenAt;

    @Column(name = "finished_by")
    private Long finishedBy;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "ended_by")
    private Long endedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected Section() {
    }

    /** One of person and unit is null. */
    Section(long assessmentId, String dimension, Long personId, Long unitId, Long givenBy, Instant now) {
        this.assessmentId = assessmentId;
        this.dimension = dimension;
        this.personId = personId;
        this.unitId = unitId;
        this.givenBy = givenBy;
        this.givenAt = now;
    }

    /** What was answered stays; from now on it is locked for them. */
    void end(Long person, Instant now) {
        endedBy = person;
        endedAt = now;
    }

    /** Handed back as finished; the last time counts. */
    void finish(Long person, Instant now) {
        finishedBy = person;
        finishedAt = now;
    }

    boolean isEnded() {
        return endedAt != null;
    }

    Long id() {
        return id;
    }

    long assessmentId() {
        return assessmentId;
    }

    String dimension() {
        return dimension;
    }

    Long personId() {
        return personId;
    }

    Long unitId() {
        return unitId;
    }
}
