package vn.thang.organisation.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** All second factors, with the codes that stand in for them. */
@ApplicationScoped
class SecondFactors {

    @Inject
    private Jdbi jdbi;

    /**
     * A second factor as it is stored.
     *
     * @param confirmedAt null until the person has shown a code
     */
    record Stored(byte[] sealedSecret, String keyId, Instant begunAt, Instant confirmedAt, long lastStep,
            boolean demonstration) {

        boolean confirmed() {
            return confirmedAt != null;
        }
    }

    Optional<Stored> find(long person) {
        return find(person, "");
    }

    /** Finds it with its row locked, so that two who show the same code at once are told apart. */
    Optional<Stored> lock(long person) {
        return find(person, " FOR UPDATE");
    }

    private Optional<Stored> find(long person, String how) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT sealed_secret, key_id, begun_at, confirmed_at, last_step, demonstration
                FROM second_factor WHERE person_id = :person""" + how)
                .bind("person", person).mapTo(Stored.class).findOne());
    }

    void begin(long person, byte[] sealed, String key, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT INTO second_factor (person_id, sealed_secret, key_id, begun_at)
                VALUES (:person, :sealed, :key, :now)
                ON DUPLICATE KEY UPDATE sealed_secret = VALUES(sealed_secret), key_id = VALUES(key_id),
                    begun_at = VALUES(begun_at)""")
                .bind("person", person).bind("sealed", sealed).bind("key", key).bind("now", now).execute());
    }

    void confirm(long person, long step, boolean demonstration, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                UPDATE second_factor SET confirmed_at = :now, last_step = :step, demonstration = :demonstration
                WHERE person_id = :person""")
                .bind("person", person).bind("step", step).bind("demonstration", demonstration).bind("now", now)
                .execute());
    }

    void used(long person, long step) {
        jdbi.useHandle(sql -> sql.createUpdate("UPDATE second_factor SET last_step = :step WHERE person_id = :person")
                .bind("person", person).bind("step", step).execute());
    }

    void remove(long person) {
        jdbi.useHandle(sql -> sql.createUpdate("DELETE FROM second_factor WHERE person_id = :person")
                .bind("person", person).execute());
    }

    /** Puts these codes in the place of those before. */
    void replaceCodes(long person, List<String> hashes) {
        jdbi.useHandle(sql -> {
            sql.createUpdate("DELETE FROM recovery_code WHERE person_id = :person").bind("person", person).execute();
            PreparedBatch batch = sql.prepareBatch(
                    "INSERT INTO recovery_code (person_id, code_hash) VALUES (:person, :hash)");
            hashes.forEach(hash -> batch.bind("person", person).bind("hash", hash).add());
            batch.execute();
        });
    }

    /** Uses a code up; answers whether it held. */
    boolean useCode(long person, String hash, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                UPDATE recovery_code SET used_at = :now
                WHERE person_id = :person AND code_hash = :hash AND used_at IS NULL""")
                .bind("person", person).bind("hash", hash).bind("now", now).execute()) == 1;
    }

    /** Returns how many codes still hold. */
    int codesLeft(long person) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM recovery_code WHERE person_id = :person AND used_at IS NULL""")
                .bind("person", person).mapTo(Integer.class).one());
    }
}
