package vn.thang.organisation.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.Role;

/** People, agencies and roles as a file of people is compared with them: three statements however long the file is. */
@ApplicationScoped
class KnownPeople {

    @Inject
    private Flushed flushed;

    private record AgencyPath(String code, String path) {
    }

    RosterKnown on(LocalDate today, Set<Role> grantable) {
        List<RosterKnown.Somebody> people = flushed.withHandle(sql -> sql.createQuery("""
                SELECT id, username, full_name, email, active FROM person""")
                .mapTo(RosterKnown.Somebody.class).list());
        Map<String, String> paths = flushed.withHandle(sql -> sql.createQuery("""
                SELECT code, path FROM agency WHERE valid_to IS NULL OR valid_to >= :today""").bind("today", today)
                .mapTo(AgencyPath.class).stream().collect(Collectors.toMap(AgencyPath::code, AgencyPath::path)));
        Set<RosterKnown.Held> held = flushed.withHandle(sql -> sql.createQuery("""
                SELECT m.person_id AS person, a.code AS agency, m.role FROM membership m
                JOIN agency a ON a.id = m.agency_id WHERE m.valid_to IS NULL OR m.valid_to >= :today""")
                .bind("today", today).mapTo(RosterKnown.Held.class).collect(Collectors.toCollection(HashSet::new)));
        return new RosterKnown(paths,
                people.stream().map(RosterKnown.Somebody::username).collect(Collectors.toSet()),
                people.stream().filter(person -> person.email() != null)
                        .collect(Collectors.groupingBy(person -> person.email().toLowerCase(Locale.ROOT))),
                held, grantable, today);
    }
}
