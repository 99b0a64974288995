package vn.thang.organisation.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.thang.platform.sql.Flushed;

/** All accounts at providers that belong to people. The pair of issuer and subject is the account, and nothing else is. */
@ApplicationScoped
class Identities {

    @Inject
    private Flushed flushed;

    Optional<Long> owner(String issuer, String subject) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT person_id FROM external_identity WHERE issuer = :issuer AND subject = :subject""")
                .bind("issuer", issuer).bind("subject", subject).mapTo(Long.class).findOne());
    }

    List<OwnIdentity> list(long person) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT id, issuer, shown, linked_at, last_used_at FROM external_identity WHERE person_id = :person
                ORDER BY linked_at, id""").bind("person", person).mapTo(OwnIdentity.class).list());
    }

    void add(long person, Proven proven, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                INSERT INTO external_identity (person_id, issuer, subject, shown, linked_at)
                VALUES (:person, :issuer, :subject, :shown, :now)""")
                .bind("person", person).bind("issuer", proven.issuer()).bind("subject", proven.subject())
                .bind("shown", proven.shown()).bind("now", now).execute());
    }

    void used(Proven proven, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                UPDATE external_identity SET last_used_at = :now, shown = :shown
                WHERE issuer = :issuer AND subject = :subject""")
                .bind("now", now).bind("shown", proven.shown()).bind("issuer", proven.issuer())
                .bind("subject", proven.subject()).execute());
    }

    /** Answers whether it was one of the person. */
    boolean remove(long person, long id) {
        return flushed.withHandle(sql -> sql.createUpdate("""
                DELETE FROM external_identity WHERE id = :id AND person_id = :person""")
                .bind("id", id).bind("person", person).execute()) == 1;
    }
}
