package vn.thang.matter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.BusinessException;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/** Who gets copies of matters, and who can: people who may read the matter as it is. A copy shows nobody more than that. */
@ApplicationScoped
public class Copies {

    private static final int MOST = 30;

    @Inject
    private Flushed flushed;

    @Inject
    private Caller caller;

    /** Returns those who may read a matter about the subject today, but for the person who asks; those at the agency itself first. */
    public List<CopyReader> readers(MatterSubject subject, LocalDate today) {
        Permission permission = subject.restricted() ? Permission.VIEW_RESTRICTED : Permission.VIEW;
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT r.id, r.full_name, r.name, r.name_en
                FROM (SELECT p.id, p.full_name, b.name, b.name_en, LENGTH(b.path) AS depth,
                        ROW_NUMBER() OVER (PARTITION BY p.id ORDER BY LENGTH(b.path) DESC) AS place
                    FROM membership m JOIN person p ON p.id = m.person_id AND p.active = TRUE
                    JOIN agency b ON b.id = m.agency_id
                    WHERE %s AND p.id <> :me AND (b.path = :path AND m.role IN (<here>)
                        OR b.path <> :path AND :path LIKE CONCAT(b.path, '%%') AND m.role IN (<above>))) r
                WHERE r.place = 1 ORDER BY r.depth DESC, r.full_name, r.id""".formatted(Lasting.on("m", ":today")))
                .bind("today", today).bind("me", caller.me()).bind("path", subject.path())
                .bindList("here", List.copyOf(Role.with(permission)))
                .bindList(EmptyHandling.NULL_KEYWORD, "above", List.copyOf(Role.reachingDownWith(permission)))
                .mapTo(CopyReader.class).list());
    }

    /** @throws BusinessException when there are too many, or one of them may not read the matter */
    public void require(MatterSubject subject, List<Long> people, LocalDate today) {
        if (people.size() > MOST) {
            throw new BusinessException("matter.copies-many", MOST);
        }
        if (!people.isEmpty() && !readers(subject, today).stream().map(CopyReader::id).toList().containsAll(people)) {
            throw new BusinessException("matter.copies-wrong");
        }
    }

    /** Adds the copies of a matter; whoever is asked needs none. */
    public void add(Matter matter, List<Long> people, List<Respondent> respondents) {
        List<Long> others = people.stream().filter(person -> respondents.stream()
                .noneMatch(one -> one.id() == person && (matter.person() == null || matter.person() == one.id())))
                .toList();
        if (!others.isEmpty()) {
            flushed.useHandle(sql -> {
                PreparedBatch batch = sql.prepareBatch("""
                        INSERT INTO matter_copy (matter_id, person_id) VALUES (:matter, :person)""");
                others.forEach(person -> batch.bind("matter", matter.id()).bind("person", person).add());
                batch.execute();
            });
        }
    }

    /** Returns the names of those who got a copy. */
    public List<String> names(long matter) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT p.full_name FROM matter_copy c JOIN person p ON p.id = c.person_id
                WHERE c.matter_id = :matter ORDER BY p.full_name, p.id""").bind("matter", matter).mapTo(String.class)
                .list());
    }
}
