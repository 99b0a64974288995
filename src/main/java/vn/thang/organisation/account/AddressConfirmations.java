package vn.thang.organisation.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import vn.thang.platform.Sha256;
import vn.thang.platform.sql.Flushed;

/** All addresses that people gave and nobody has confirmed from there yet. */
@ApplicationScoped
class AddressConfirmations {

    @Inject
    private Flushed flushed;

    /** An address that is confirmed now. */
    record Confirmed(long personId, String wanted) {
    }

    /** A newer one takes the place of the one before. */
    void ask(long person, String wanted, Instant until) {
        flushed.useHandle(sql -> sql
                .createUpdate(
                        """
                INSERT INTO address_confirmation (person_id, wanted, valid_until) VALUES (:person, :wanted, :until)
                ON DUPLICATE KEY UPDATE wanted = VALUES(wanted), token_hash = NULL, valid_until = VALUES(valid_until)""")
                .bind("person", person).bind("wanted", wanted).bind("until", until).execute());
    }

    /** What waits for a person. */
    Optional<String> find(long person, Instant now) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT wanted FROM address_confirmation WHERE person_id = :person AND valid_until > :now""")
                .bind("person", person).bind("now", now).mapTo(String.class).findOne());
    }

    /** Notes which secret a letter to this address brings; answers whether that address still waits. */
    boolean issue(long person, String wanted, String secret, Instant now) {
        return flushed.withHandle(sql -> sql.createUpdate("""
                UPDATE address_confirmation SET token_hash = :hash
                WHERE person_id = :person AND wanted = :wanted AND valid_until > :now""")
                .bind("hash", Sha256.hex(secret)).bind("person", person).bind("wanted", wanted).bind("now", now)
                .execute()) == 1;
    }

    /** Finds what a secret confirms. */
    Optional<Confirmed> find(String secret, Instant now) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT c.person_id, c.wanted FROM address_confirmation c
                JOIN person p ON p.id = c.person_id AND p.active = TRUE
                WHERE c.token_hash = :hash AND c.valid_until > :now""")
                .bind("hash", Sha256.hex(secret)).bind("now", now).mapTo(Confirmed.class).findOne());
    }

    /** Answers whether something waited. */
    boolean drop(long person) {
        return flushed.withHandle(sql -> sql.createUpdate("DELETE FROM address_confirmation WHERE person_id = :person")
                .bind("person", person).execute()) == 1;
    }
}
