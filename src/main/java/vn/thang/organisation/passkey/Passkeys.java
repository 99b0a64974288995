package vn.thang.organisation.passkey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.thang.platform.sql.Flushed;

/** All passkeys. */
@ApplicationScoped
class Passkeys {

    @Inject
    private Flushed flushed;

    /** A passkey as it is stored. */
    record Stored(long id, long personId, byte[] userHandle, byte[] publicKey, long signCount) {
    }

    /** Finds it with its row locked, so that two answers of one count are told apart. */
    Optional<Stored> lock(byte[] credential) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT id, person_id, user_handle, public_key, sign_count FROM passkey
                WHERE credential_id = :credential FOR UPDATE""")
                .bind("credential", credential).mapTo(Stored.class).findOne());
    }

    List<PasskeyLine> list(long person) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT id, name, backed_up, created_at, last_used_at FROM passkey WHERE person_id = :person
                ORDER BY created_at, id""").bind("person", person).mapTo(PasskeyLine.class).list());
    }

    /** Returns how many a person has by now, whatever the transaction has seen before. */
    long count(long person) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM passkey WHERE person_id = :person LOCK IN SHARE MODE""")
                .bind("person", person).mapTo(Long.class).one());
    }

    /** Lists by what the devices of a person find their keys. */
    List<byte[]> credentials(long person) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT credential_id FROM passkey WHERE person_id = :person ORDER BY id""")
                .bind("person", person).mapTo(byte[].class).list());
    }

    /** Returns by what the devices of a person know them; empty before the first passkey. */
    Optional<byte[]> handle(long person) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT user_handle FROM passkey WHERE person_id = :person ORDER BY id LIMIT 1""")
                .bind("person", person).mapTo(byte[].class).findOne());
    }

    void add(long person, byte[] handle, MadePasskey made, String name, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                INSERT INTO passkey (person_id, credential_id, user_handle, public_key, sign_count, backed_up, transports,
                    name, created_at)
                VALUES (:person, :credential, :handle, :key, :count, :backedUp, :transports, :name, :now)""")
                .bind("person", person).bind("credential", made.credential()).bind("handle", handle)
                .bind("key", made.publicKey()).bind("count", made.signCount()).bind("backedUp", made.backedUp())
                .bind("transports", made.transports()).bind("name", name).bind("now", now).execute());
    }

    void used(long id, long count, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                UPDATE passkey SET sign_count = :count, last_used_at = :now WHERE id = :id""")
                .bind("count", count).bind("now", now).bind("id", id).execute());
    }

    boolean remove(long person, long id) {
        return flushed.withHandle(sql -> sql.createUpdate("DELETE FROM passkey WHERE id = :id AND person_id = :person")
                .bind("id", id).bind("person", person).execute()) == 1;
    }
}
