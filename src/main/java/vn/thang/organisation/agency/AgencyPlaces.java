package vn.thang.organisation.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.platform.sql.Flushed;

/** Where agencies stood before they moved. */
@ApplicationScoped
public class AgencyPlaces {

    /** The place on the day before is the one that counted then, whatever was recorded of later days. */
    private static final String ADD = """
            INSERT INTO agency_place (agency_id, until, parent_id, first_level)
            SELECT :agency, :day, COALESCE(MAX(p.parent_id), :parent), COALESCE(MAX(p.first_level), :first)
            FROM agency_place p
            WHERE p.agency_id = :agency AND p.until = (
                SELECT MIN(o.until) FROM agency_place o WHERE o.agency_id = :agency AND o.until >= :day)
            ON DUPLICATE KEY UPDATE until = VALUES(until)""";
    private static final String LATER = "SELECT COUNT(*) FROM agency_place WHERE agency_id IN (<agencies>) AND until > :day";
    private static final String REPLACED = "DELETE FROM agency_place WHERE agency_id IN (<agencies>) AND until > :day";

    @Inject
    private Flushed flushed;

    /**
     * Where an agency stands in the tree.
     *
     * @param first id of the agency of the first level that it is or stands below
     */
    private record Stand(long parent, long first) {
    }

    /** Where agencies stand, before the tree changes. */
    public static final class Standing {

        private final Map<Long, Stand> stands = new HashMap<>();

        private Standing(Collection<Agency> all) {
            all.forEach(agency -> stands.put(agency.id(), stand(agency)));
        }
    }

    /** Returns where the agencies stand now. */
    public static Standing of(Collection<Agency> all) {
        return new Standing(all.stream().filter(agency -> agency.parent() != null).toList());
    }

    private static Stand stand(Agency agency) {
        return new Stand(agency.parent().id(), Long.parseLong(agency.path().split("/")[2]));
    }

    /**
     * Keeps the places of those that have moved, with all that stand below them.
     *
     * @param before where they stood
     * @param day    first day of their new place
     */
    public void moved(Standing before, Collection<Agency> all, LocalDate day) {
        List<Agency> moved = all.stream().filter(agency -> agency.parent() != null)
                .filter(agency -> before.stands.containsKey(agency.id())
                        && !Objects.equals(before.stands.get(agency.id()), stand(agency)))
                .toList();
        if (!moved.isEmpty()) {
            List<Long> ids = moved.stream().map(Agency::id).toList();
            flushed.useHandle(sql -> {
                PreparedBatch kept = sql.prepareBatch(ADD);
                moved.forEach(agency -> kept.bind("agency", agency.id()).bind("day", day)
                        .bind("parent", before.stands.get(agency.id()).parent())
                        .bind("first", before.stands.get(agency.id()).first()).add());
                kept.execute();
                if (sql.createQuery(LATER).bindList("agencies", ids).bind("day", day).mapTo(Long.class).one() > 0) {
                    sql.createUpdate(REPLACED).bindList("agencies", ids).bind("day", day).execute();
                }
            });
        }
    }
}
