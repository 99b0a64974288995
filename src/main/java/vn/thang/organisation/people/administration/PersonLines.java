package vn.thang.organisation.people.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.agency.Lasting;
import vn.thang.organisation.agency.SearchedWords;
import vn.thang.organisation.guess.GuessCount;
import vn.thang.organisation.guess.Guesses;
import vn.thang.organisation.people.MembershipLine;
import vn.thang.organisation.people.People;
import vn.thang.organisation.people.Person;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.Role;

/** People as lists show them to an administrator. */
@ApplicationScoped
class PersonLines {

    private static final String PERSON = """
            SELECT p.id, p.username, p.full_name, p.active,
                EXISTS (SELECT 1 FROM sign_in_failure f WHERE f.subject = SHA2(CONCAT('name ', p.username), 256)
                    AND f.failures >= :most AND f.since > :earliest) AS locked,
                (SELECT MAX(h.valid_from) FROM membership h WHERE h.person_id = p.id) AS since
            FROM person p WHERE\s""";
    private static final String HELD = """
            EXISTS (SELECT 1 FROM membership o JOIN agency g ON g.id = o.agency_id WHERE o.person_id = p.id
                AND %s""".formatted(Lasting.on("o", ":day"));
    private static final String ROLES = """
            SELECT m.person_id AS person, m.id, m.role, a.code AS agency_code, a.name AS agency_name,
                a.name_en AS agency_name_en, m.valid_from,
                m.valid_to
            FROM membership m JOIN agency a ON a.id = m.agency_id
            WHERE m.person_id IN (<people>) AND %s
            ORDER BY m.valid_from, m.id""".formatted(Lasting.since("m", ":day"));

    @Inject
    private Flushed flushed;

    private record Line(long id, String username, String fullName, boolean active, boolean locked, LocalDate since) {
    }

    private record Held(long person, long id, Role role, String agencyCode, String agencyName, String agencyNameEn,
            LocalDate validFrom,
            LocalDate validTo) {
    }

    boolean isWithin(PeopleScope scope, Person person) {
        return flushed.withHandle(
                sql -> sql.createQuery("SELECT COUNT(*) FROM person p WHERE p.id = :person AND " + scope.condition())
                        .bind("person", person.id()).bindMap(scope.arguments()).mapTo(Long.class).one()) > 0;
    }

    /** A page; three statements however many there are. */
    long count(PeopleScope scope, PeopleFilter filter) {
        Map<String, Object> arguments = scope.arguments();
        String where = scope.condition() + condition(filter, scope.today(), arguments);
        return flushed.withHandle(sql -> count(sql, where, arguments));
    }

    private static long count(Handle sql, String where, Map<String, Object> arguments) {
        return sql.createQuery("SELECT COUNT(*) FROM person p WHERE " + where).bindMap(arguments).mapTo(Long.class)
                .one();
    }

    Slice<PersonLine> list(PeopleScope scope, PeopleFilter filter, Cut<PeopleOrder> cut, Instant now) {
        Map<String, Object> arguments = scope.arguments();
        String where = scope.condition() + condition(filter, scope.today(), arguments);
        return flushed.withHandle(sql -> {
            long total = count(sql, where, arguments);
            return Slice.of(total, cut, (size, offset) -> withRoles(sql,
                    sql.createQuery(
                            PERSON + where + " ORDER BY " + cut.sql("p.full_name, p.id")
                                    + " LIMIT :size OFFSET :offset")
                            .bindMap(arguments).bind("earliest", now.minus(Guesses.TIME))
                            .bind("most", GuessCount.OF_A_NAME).bind("size", size).bind("offset", offset)
                            .mapTo(Line.class).list(),
                    scope.today()));
        });
    }

    /** Those who hold a role at this very agency today or later. */
    List<PersonLine> listAt(PeopleScope scope, Agency agency, Instant now) {
        return flushed.withHandle(sql -> withRoles(sql, sql.createQuery(PERSON + scope.condition() + """
                 AND EXISTS (SELECT 1 FROM membership o WHERE o.person_id = p.id AND o.agency_id = :agency
                    AND %s)
                ORDER BY p.full_name, p.id LIMIT 200""".formatted(Lasting.since("o", ":day")))
                .bindMap(scope.arguments()).bind("earliest", now.minus(Guesses.TIME)).bind("most", GuessCount.OF_A_NAME)
                .bind("agency", agency.id()).bind("day", scope.today())
                .mapTo(Line.class).list(), scope.today()));
    }

    private static String condition(PeopleFilter filter, LocalDate today, Map<String, Object> arguments) {
        StringBuilder condition = new StringBuilder();
        StringBuilder held = new StringBuilder();
        if (filter.words() != null) {
            condition.append(" AND (p.username LIKE :words ESCAPE '!' OR " + SearchedWords.in("p.full_name") + ")");
            arguments.put("words", SearchedWords.containing(filter.words()));
        }
        if (filter.role() != null) {
            held.append(" AND o.role = :role");
            arguments.put("role", filter.role());
        }
        if (filter.type() != null) {
            held.append(" AND g.type = :type");
            arguments.put("type", filter.type());
        }
        if (filter.agency() != null) {
            held.append(" AND g.path LIKE (SELECT CONCAT(t.path, '%') FROM agency t WHERE t.code = :agency)");
            arguments.put("agency", filter.agency());
        }
        if (!held.isEmpty()) {
            condition.append(" AND " + HELD + held + ")");
            arguments.put("day", today);
        }
        if (filter.withoutRole()) {
            condition.append(" AND p.active = TRUE AND NOT " + HELD + ")");
            arguments.put("day", today);
        }
        return condition.toString();
    }

    /** Their present and coming roles by one statement for all. */
    private static List<PersonLine> withRoles(Handle sql, List<Line> people, LocalDate today) {
        Map<Long, List<MembershipLine>> roles = people.isEmpty() ? new HashMap<>()
                : sql.createQuery(ROLES).bindList("people", people.stream().map(Line::id).toList()).bind("day", today)
                        .mapTo(Held.class).stream()
                        .collect(Collectors.groupingBy(Held::person, Collectors.mapping(
                                held -> new MembershipLine(held.id(), held.role(), held.agencyCode(),
                                        held.agencyName(), held.agencyNameEn(), held.validFrom(), held.validTo()),
                                Collectors.toList())));
        return people.stream().map(person -> new PersonLine(person.id(), person.username(), person.fullName(),
                person.active(), person.locked(), person.since(), roles.getOrDefault(person.id(), List.of()))).toList();
    }
}
