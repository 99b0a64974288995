package vn.thang.security.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import vn.thang.security.SecurityEvent;
import vn.thang.security.TokenRight;
import vn.thang.security.TokenScope;

/** The tokens by which programs read for people; of a token the hash alone is kept. */
@ApplicationScoped
public class ApiTokens {

    @Inject
    private Jdbi jdbi;

    /** A place in the tree that a token can begin at. */
    record Place(long id, String code, String path) {
    }

    /**
     * A token that was found.
     *
     * @param hash of the whole token
     */
    record Found(long id, String hash, long personId, String rights, String path, LocalDate validUntil) {

        TokenScope scope() {
            return new TokenScope(id, ApiTokens.rights(rights), path);
        }
    }

    private record Row(long id, String name, String mark, String rights, String agency, String agencyName,
            String agencyNameEn,
            Instant madeAt, LocalDate validUntil, Instant lastUsedAt, Instant endedAt) {

        private ApiToken token() {
            return new ApiToken(id, name, mark, List.copyOf(ApiTokens.rights(rights)), agency, agencyName, agencyNameEn,
                    madeAt,
                    validUntil, lastUsedAt, endedAt);
        }
    }

    private static Set<TokenRight> rights(String stored) {
        return Stream.of(stored.split(" ")).map(TokenRight::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenRight.class)));
    }

    /** Removes the tokens of somebody who left. */
    void forget(@Observes SecurityEvent.PersonForgotten left) {
        jdbi.useHandle(sql -> sql.createUpdate("DELETE FROM api_token WHERE person_id = :person")
                .bind("person", left.person()).execute());
    }

    Optional<Place> place(String agency) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT id, code, path FROM agency WHERE code = :code")
                .bind("code", agency).mapTo(Place.class).findOne());
    }

    /** Finds the token that begins with the mark, unless it was revoked. */
    Optional<Found> find(String mark) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT t.id, t.hash, t.person_id, t.rights, a.path, t.valid_until
                FROM api_token t JOIN agency a ON a.id = t.agency_id
                WHERE t.mark = :mark AND t.ended_at IS NULL""").bind("mark", mark).mapTo(Found.class).findOne());
    }

    /** Lists the tokens of a person, those first that are still taken, the newest of them first. */
    public List<ApiToken> list(long person) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT t.id, t.name, t.mark, t.rights, a.code AS agency, a.name AS agency_name,
                    a.name_en AS agency_name_en, t.made_at, t.valid_until,
                    t.last_used_at, t.ended_at
                FROM api_token t JOIN agency a ON a.id = t.agency_id
                WHERE t.person_id = :person ORDER BY t.ended_at IS NOT NULL, t.id DESC""").bind("person", person)
                .mapTo(Row.class).map(Row::token).list());
    }

    /** Lists the names of those tokens of a person that are taken by now, whatever the transaction has seen before. */
    List<String> names(long person, LocalDate today) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT name FROM api_token WHERE person_id = :person AND ended_at IS NULL AND valid_until >= :today
                LOCK IN SHARE MODE""").bind("person", person).bind("today", today).mapTo(String.class).list());
    }

    /** Stores a token and answers its id. */
    long add(long person, String name, String mark, String hash, Set<TokenRight> rights, long agency, LocalDate until,
            Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                INSERT INTO api_token (person_id, name, mark, hash, rights, agency_id, made_at, valid_until)
                VALUES (:person, :name, :mark, :hash, :rights, :agency, :now, :until)""")
                .bind("person", person).bind("name", name).bind("mark", mark).bind("hash", hash)
                .bind("rights", rights.stream().sorted().map(TokenRight::name).collect(Collectors.joining(" ")))
                .bind("agency", agency).bind("now", now).bind("until", until)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    /** Ends a token of the person and answers whether it still held. */
    public boolean end(long person, long id, Instant now) {
        return jdbi.withHandle(sql -> sql.createUpdate("""
                UPDATE api_token SET ended_at = :now WHERE id = :id AND person_id = :person AND ended_at IS NULL""")
                .bind("now", now).bind("id", id).bind("person", person).execute()) == 1;
    }

    /** Ends all tokens of the person and answers which still held. */
    public List<Long> endAll(long person, Instant now) {
        return jdbi.withHandle(sql -> {
            List<Long> held = sql.createQuery("""
                    SELECT id FROM api_token WHERE person_id = :person AND ended_at IS NULL ORDER BY id FOR UPDATE""")
                    .bind("person", person).mapTo(Long.class).list();
            sql.createUpdate("UPDATE api_token SET ended_at = :now WHERE person_id = :person AND ended_at IS NULL")
                    .bind("now", now).bind("person", person).execute();
            return held;
        });
    }

    /** Notes that a token was used, once a minute at most, so that reading writes little. */
    void used(long id, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                UPDATE api_token SET last_used_at = :now
                WHERE id = :id AND (last_used_at IS NULL OR last_used_at < :now - INTERVAL 1 MINUTE)""")
                .bind("now", now).bind("id", id).execute());
    }
}
