package vn.thang.organisation.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import vn.thang.organisation.agency.Agency;
import vn.thang.security.Role;

/** A role that a person holds at an agency for some time. */
@Entity
@Table(name = "membership")
@SequenceGenerator(name = "membership_seq", sequenceName = "membership_seq", allocationSize = 50)
public class Membership {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "membership_seq")
    @Column(name = "id")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id")
    private Person person;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "agency_id")
    private Agency agency;

    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    private Role role;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    protected Membership() {
    }

    public Membership(Person person, Agency agency, Role role, LocalDate validFrom) {
        this.person = person;
        this.agency = agency;
        this.role = role;
        this.validFrom = validFrom;
    }

    /** A role that somebody gets from a day, and until another one or for good. */
    public static Membership lasting(Person person, Agency agency, Role role, LocalDate from, LocalDate to) {
        Membership membership = new Membership(person, agency, role, from);
        membership.end(to);
        return membership;
    }

    public void begin(LocalDate firstDay) {
        validFrom = firstDay;
    }

    public void end(LocalDate lastDay) {
        validTo = lastDay;
    }

    public Long id() {
        return id;
    }

    public Person person() {
        return person;
    }

    public Agency agency() {
        return agency;
    }

    public Role role() {
        return role;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public LocalDate validTo() {
        return validTo;
    }
}
