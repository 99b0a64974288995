package vn.thang.organisation.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import vn.thang.platform.sql.Flushed;

/** All addresses that wait for somebody to agree. */
@ApplicationScoped
public class AddressChanges {

    @Inject
    private Flushed flushed;

    public Optional<AddressChange> find(long person) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT c.wanted, c.asked_by, p.full_name AS asked_by_name, c.asked_at
                FROM address_change c JOIN person p ON p.id = c.asked_by WHERE c.person_id = :person""")
                .bind("person", person).mapTo(AddressChange.class).findOne());
    }

    /** A newer one takes the place of the one before. */
    public void ask(long person, String wanted, long by, Instant now) {
        flushed.useHandle(sql -> sql
                .createUpdate(
                        """
                INSERT INTO address_change (person_id, wanted, asked_by, asked_at) VALUES (:person, :wanted, :by, :now)
                ON DUPLICATE KEY UPDATE wanted = VALUES(wanted), asked_by = VALUES(asked_by), asked_at = VALUES(asked_at)""")
                .bind("person", person).bind("wanted", wanted).bind("by", by).bind("now", now).execute());
    }

    public void drop(long person) {
        flushed.useHandle(sql -> sql.createUpdate("DELETE FROM address_change WHERE person_id = :person")
                .bind("person", person).execute());
    }
}
