package vn.thang.organisation.people.granting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.thang.organisation.people.GroupSource;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.Role;

/** All roles that wait for somebody to agree. */
@ApplicationScoped
class RoleProposals {

    private static final String OPEN = """
            SELECT q.id, q.person_id, p.username, p.full_name, q.role, a.code AS agency_code, a.name AS agency_name,
                a.name_en AS agency_name_en,
                q.valid_from, q.proposed_by, b.full_name AS proposed_by_name, q.group_name, q.issuer, q.proposed_at
            FROM role_proposal q JOIN person p ON p.id = q.person_id JOIN agency a ON a.id = q.agency_id
            LEFT JOIN person b ON b.id = q.proposed_by""";

    @Inject
    private Flushed flushed;

    /** Lists them, the oldest first. */
    List<RoleProposal> list() {
        return flushed.withHandle(sql -> sql.createQuery(OPEN + " ORDER BY q.proposed_at, q.id")
                .mapTo(RoleProposal.class).list());
    }

    /** Lists those of one person. */
    List<RoleProposal> of(long person) {
        return flushed.withHandle(sql -> sql.createQuery(OPEN + " WHERE q.person_id = :person ORDER BY q.id")
                .bind("person", person).mapTo(RoleProposal.class).list());
    }

    /** Finds it with its row locked, so that it is decided once. */
    Optional<RoleProposal> lock(long id) {
        return flushed.withHandle(sql -> sql.createQuery(OPEN + " WHERE q.id = :id FOR UPDATE")
                .bind("id", id).mapTo(RoleProposal.class).findOne());
    }

    /** Answers whether it was not proposed before, by somebody at the same moment either. */
    boolean add(long person, long agency, Role role, LocalDate from, Long by, GroupSource group, Instant now) {
        return flushed.withHandle(sql -> sql.createUpdate("""
                INSERT IGNORE INTO role_proposal (person_id, agency_id, role, valid_from, proposed_by, group_name, issuer,
                    proposed_at)
                VALUES (:person, :agency, :role, :from, :by, :group, :issuer, :now)""")
                .bind("person", person).bind("agency", agency).bind("role", role).bind("from", from).bind("by", by)
                .bind("group", group == null ? null : group.group())
                .bind("issuer", group == null ? null : group.issuer()).bind("now", now).execute()) == 1;
    }

    /** Notes that an administrator did not agree to what a group of a provider gives. */
    void drop(RoleProposal proposal, long agency, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                INSERT INTO dropped_role (person_id, agency_id, role, issuer, group_name, dropped_at)
                VALUES (:person, :agency, :role, :issuer, :group, :now)
                ON DUPLICATE KEY UPDATE dropped_at = VALUES(dropped_at)""")
                .bind("person", proposal.personId()).bind("agency", agency).bind("role", proposal.role())
                .bind("issuer", proposal.issuer()).bind("group", proposal.groupName()).bind("now", now).execute());
    }

    /** Whether an administrator did not agree while the person was in this group. */
    boolean isDropped(long person, long agency, Role role, GroupSource group) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT EXISTS (SELECT 1 FROM dropped_role WHERE person_id = :person AND agency_id = :agency
                    AND role = :role AND issuer = :issuer AND group_name = :group)""")
                .bind("person", person).bind("agency", agency).bind("role", role).bind("issuer", group.issuer())
                .bind("group", group.group()).mapTo(Boolean.class).one());
    }

    /** Forgets what was dropped of groups of this issuer in which the person is no more: who comes back is proposed anew. */
    void forget(long person, String issuer, Collection<String> groups) {
        flushed.useHandle(sql -> sql.createQuery("""
                SELECT DISTINCT group_name FROM dropped_role WHERE person_id = :person AND issuer = :issuer""")
                .bind("person", person).bind("issuer", issuer).mapTo(String.class).list().stream()
                .filter(group -> !groups.contains(group)).forEach(group -> sql.createUpdate("""
                        DELETE FROM dropped_role
                        WHERE person_id = :person AND issuer = :issuer AND group_name = :group""")
                        .bind("person", person).bind("issuer", issuer).bind("group", group).execute()));
    }

    void remove(long id) {
        flushed.useHandle(sql -> sql.createUpdate("DELETE FROM role_proposal WHERE id = :id").bind("id", id).execute());
    }
}
