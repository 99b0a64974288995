package vn.thang.organisation.agency.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.organisation.agency.AgencyWords;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/** Agencies as lists show them. */
@ApplicationScoped
class AgencyLines {

    private static final String FROM = " FROM agency a LEFT JOIN agency p ON p.id = a.parent_id";
    private static final String LINE = """
            SELECT a.id, a.code, a.name, a.name_en, a.type, p.code AS parent_code, p.name AS parent_name,
                p.name_en AS parent_name_en, p.parent_id IS NULL AS first_level, a.valid_from, a.valid_to
            """ + FROM;
    private static final String BY_NAME = " ORDER BY a.name, a.code";
    private static final String UNSTAFFED = """
             AND a.type IN (<assessed>) AND (SELECT COUNT(DISTINCT m.role IN (<signing>)) FROM membership m
                JOIN person q ON q.id = m.person_id
                WHERE m.agency_id = a.id AND m.role IN (<submitting>) AND q.active = TRUE AND %s) < :enough"""
            .formatted(Lasting.on("m", ":unstaffed"));

    private static final String BRANCH = """
            SELECT a.code, a.name, a.name_en, a.type,
                (SELECT COUNT(*) FROM agency c WHERE c.parent_id = a.id AND %s) AS below
            FROM agency a LEFT JOIN agency p ON p.id = a.parent_id
            WHERE <place> AND %s
            ORDER BY FIELD(a.type, <types>), a.name, a.code""".formatted(Lasting.on("c", ":at"),
            Lasting.on("a", ":at"));

    @Inject
    private Flushed flushed;

    long count(DirectoryFilter filter) {
        Map<String, Object> arguments = new HashMap<>();
        String where = where(filter, arguments);
        return flushed.withHandle(sql -> count(sql, where, filter, arguments));
    }

    private static long count(Handle sql, String where, DirectoryFilter filter, Map<String, Object> arguments) {
        return query(sql, "SELECT COUNT(*)" + FROM + where, filter, arguments).mapTo(Long.class).one();
    }

    /** A page; two statements however many there are. */
    Slice<DirectoryLine> list(DirectoryFilter filter, Cut<AgencyOrder> cut) {
        Map<String, Object> arguments = new HashMap<>();
        String where = where(filter, arguments);
        return flushed.withHandle(sql -> {
            long total = count(sql, where, filter, arguments);
            return Slice.of(total, cut,
                    (size, offset) -> query(sql,
                            LINE + where + " ORDER BY " + cut.sql("a.name, a.code") + " LIMIT :size OFFSET :offset",
                            filter, arguments).bind("size", size).bind("offset", offset).mapTo(DirectoryLine.class)
                            .list());
        });
    }

    /**
     * The first agencies of a day that the words fit: that whose code they are, then by rank and name, so that a province
     * stands before the wards that are named like it.
     */
    List<DirectoryLine> fitting(String words, LocalDate at, int most) {
        DirectoryFilter filter = new DirectoryFilter(words, null, null, at);
        Map<String, Object> arguments = new HashMap<>();
        String where = where(filter, arguments);
        return flushed.withHandle(sql -> sql.createQuery(LINE + where + """
                 ORDER BY a.code = :code DESC, FIELD(a.type, <ranks>), a.name, a.code LIMIT :most""").bindMap(arguments)
                .bind("code", filter.words()).bindList("ranks", AgencyType.assessed()).bind("most", most)
                .mapTo(DirectoryLine.class).list());
    }

    private static Query query(Handle sql, String text, DirectoryFilter filter, Map<String, Object> arguments) {
        Query query = sql.createQuery(text).bindMap(arguments);
        return filter.unstaffed() == null ? query
                : query.bindList("assessed", AgencyType.assessed())
                        .bindList("submitting", filter.lacking().roles())
                        .bindList("signing", Role.with(Permission.SIGN)).bind("enough", filter.lacking().enough());
    }

    private static String where(DirectoryFilter filter, Map<String, Object> arguments) {
        StringBuilder where = new StringBuilder(" WHERE 1 = 1" + AgencyWords.condition(filter.words()));
        arguments.putAll(AgencyWords.arguments(filter.words()));
        if (filter.type() != null) {
            where.append(" AND a.type = :type");
            arguments.put("type", filter.type());
        }
        if (filter.kind() != null) {
            where.append(" AND a.kind = :kind");
            arguments.put("kind", filter.kind());
        }
        if (filter.parent() != null) {
            where.append(" AND p.code = :parent");
            arguments.put("parent", filter.parent());
        }
        if (filter.at() != null) {
            where.append(" AND " + Lasting.on("a", ":at"));
            arguments.put("at", filter.at());
        }
        if (filter.unstaffed() != null) {
            where.append(UNSTAFFED);
            arguments.put("unstaffed", filter.unstaffed());
        }
        return where.toString();
    }

    /**
     * The agencies directly below one on a day, by type and name; one statement.
     *
     * @param above its code; null for the country itself
     */
    List<AgencyBranch> below(String above, LocalDate at) {
        return flushed.withHandle(sql -> {
            Query query = sql.createQuery(BRANCH)
                    .define("place", above == null ? "a.parent_id IS NULL" : "p.code = :above")
                    .bindList("types", AgencyType.assessed()).bind("at", at);
            return (above == null ? query : query.bind("above", above)).mapTo(AgencyBranch.class).list();
        });
    }

    DirectoryLine get(Agency agency) {
        return flushed.withHandle(sql -> sql.createQuery(LINE + " WHERE a.id = :agency").bind("agency", agency.id())
                .mapTo(DirectoryLine.class).one());
    }

    /** Every line, by one statement. */
    List<DirectoryLine> all() {
        return flushed.withHandle(sql -> sql.createQuery(LINE + BY_NAME).mapTo(DirectoryLine.class).list());
    }

    /** From the root down to its parent. */
    List<DirectoryLine> above(Agency agency) {
        return flushed.withHandle(sql -> sql.createQuery(
                LINE + " WHERE a.id <> :agency AND :path LIKE CONCAT(a.path, '%') ORDER BY LENGTH(a.path)")
                .bind("agency", agency.id()).bind("path", agency.path()).mapTo(DirectoryLine.class).list());
    }

    List<DirectoryLine> predecessors(Agency agency) {
        return related(agency, " JOIN agency_predecessor f ON f.predecessor_id = a.id WHERE f.agency_id = :agency");
    }

    List<DirectoryLine> successors(Agency agency) {
        return related(agency, " JOIN agency_predecessor f ON f.agency_id = a.id WHERE f.predecessor_id = :agency");
    }

    private List<DirectoryLine> related(Agency agency, String which) {
        return flushed.withHandle(sql -> sql.createQuery(LINE + which + BY_NAME).bind("agency", agency.id())
                .mapTo(DirectoryLine.class).list());
    }
}
