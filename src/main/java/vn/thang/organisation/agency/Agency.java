package vn.thang.organisation.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** A public agency with its place in the tree and the days of its existence. Its code is never given to another. */
@Entity
@Table(name = "agency")
@SequenceGenerator(name = "agency_seq", sequenceName = "agency_seq", allocationSize = 50)
public class Agency {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "agency_seq")
    @Column(name = "id")
    private Long id;

    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "type")
    private String type;

    /** What it is called more exactly than its type; null where nobody said. */
    @Column(name = "kind")
    private String kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private Agency parent;

    /** Ids from the root down to this agency, each followed by a slash: {@code /1/12/}. */
    @Column(name = "path")
    private String path;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    @ManyToMany(fetch = FetchType.LAZY)
    @JoinTable(name = "agency_predecessor", joinColumns = @JoinColumn(name = "agency_id"), inverseJoinColumns = @JoinColumn(name = "predecessor_id"))
    private Set<Agency> predecessors = new HashSet<>();

    @Version
    @Column(name = "version")
    private int version;

    protected Agency() {
    }

    public Agency(String code, String type) {
        this.code = code;
        this.type = type;
    }

    public void rename(String newName, String newNameEn) {
        name = newName;
        nameEn = newNameEn;
    }

    public void becomes(String newType) {
        type = newType;
    }

    /** @param code of the kind, which is one of the type; null for none */
    public void isCalled(String code) {
        kind = code;
    }

    public void lasts(LocalDate from, LocalDate to) {
        validFrom = from;
        validTo = to;
    }

    /** Puts the agency under its parent; its id is known by then. */
    public void placeUnder(Agency newParent) {
        parent = newParent;
        path = (newParent == null ? "/" : newParent.path) + id + "/";
    }

    public void follows(Set<Agency> formerAgencies) {
        predecessors = new HashSet<>(formerAgencies);
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String nameEn() {
        return nameEn;
    }

    public String type() {
        return type;
    }

    public String kind() {
        return kind;
    }

    public Agency parent() {
        return parent;
    }

    public String path() {
        return path;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public boolean lastsOn(LocalDate day) {
        return (validFrom == null || !validFrom.isAfter(day)) && (validTo == null || !validTo.isBefore(day));
    }

    public LocalDate validTo() {
        return validTo;
    }

    public Set<Agency> predecessors() {
        return predecessors;
    }
}
