package vn.thang.organisation.people;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Somebody who signs in. People who leave become inactive: what they did keeps their name. */
@Entity
@Table(name = "person")
@SequenceGenerator(name = "person_seq", sequenceName = "person_seq", allocationSize = 50)
public class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person_seq")
    @Column(name = "id")
    private Long id;

    @Column(name = "username")
    private String username;

    @Column(name = "full_name")
    private String fullName;

    @Column(name = "email")
    private String email;

    @Column(name = "language")
    private String language = "vi";

    @Column(name = "password_hash")
    private String passwordHash;

    /** When the password was set last; what the database keeps of it is as exact as this. */
    @Column(name = "credentials_at")
    private Instant credentialsAt;

    @Column(name = "active")
    private boolean active = true;

    /** When the account was closed last; what lets somebody sign in goes some time after. */
    @Column(name = "closed_at")
    private Instant closedAt;

    @OneToMany(mappedBy = "person", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Membership> memberships = new ArrayList<>();

    @Version
    @Column(name = "version")
    private int version;

    protected Person() {
    }

    public Person(String username, String passwordHash) {
        this.username = username;
        this.passwordHash = passwordHash;
    }

    public void describe(String newName, String newEmail, String newLanguage, boolean newActive) {
        fullName = newName;
        email = newEmail;
        language = newLanguage;
        active = newActive;
    }

    /** Notes that the account is closed from now on. */
    public void closed(Instant now) {
        closedAt = now;
    }

    public void changePassword(String newHash, Instant now) {
        passwordHash = newHash;
        credentialsAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** The person takes the account into their hands without a password of their own. */
    public void takeUp(Instant now) {
        if (!taken()) {
            credentialsAt = now.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Whether the account is somebody's, and not only made for them. */
    public boolean taken() {
        return passwordHash != null || credentialsAt != null;
    }

    public Long id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String fullName() {
        return fullName;
    }

    public String email() {
        return email;
    }

    public String language() {
        return language;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Instant credentialsAt() {
        return credentialsAt;
    }

    public boolean active() {
        return active;
    }

    List<Membership> memberships() {
        return memberships;
    }

    public int version() {
        return version;
    }
}
