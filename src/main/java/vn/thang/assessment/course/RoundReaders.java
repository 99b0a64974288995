package vn.thang.assessment.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.round.Round;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.sql.Flushed;
import vn.thang.security.Permission;
import vn.thang.security.Role;

/** All who are told when a round opens or is published, counted before it is done by one statement; of a rehearsal nobody is told. */
@ApplicationScoped
public class RoundReaders {

    private static final String TOLD = """
            WITH concerned AS (
                %1$s),
            told AS (
                SELECT m.person_id, c.result, FALSE AS administrator FROM concerned c
                JOIN membership m ON m.agency_id = c.agency_id AND m.role IN (<answering>) AND %2$s
                UNION
                SELECT m.person_id, FALSE, TRUE FROM agency a
                JOIN membership m ON m.agency_id = a.id AND m.role IN (<administering>) AND %2$s
                WHERE a.parent_id IS NULL)
            SELECT COUNT(DISTINCT IF(t.result, p.id, NULL)) AS with_result,
                COUNT(DISTINCT IF(t.result OR t.administrator, NULL, p.id)) AS others,
                COUNT(DISTINCT IF(t.administrator, p.id, NULL)) AS administrators,
                COUNT(DISTINCT p.id) AS people, COUNT(DISTINCT IF(p.email IS NULL, p.id, NULL)) AS unaddressed
            FROM told t JOIN person p ON p.id = t.person_id AND p.active WHERE p.id <> :doer""";
    private static final String OPENED = TOLD.formatted("""
            SELECT a.id AS agency_id, FALSE AS result
            FROM agency a WHERE a.type IN (<scope>) AND %s""".formatted(Lasting.on("a", ":agenciesOn")),
            Lasting.on("m", ":today"));
    private static final String PUBLISHED = TOLD.formatted("""
            SELECT s.agency_id, COALESCE(c.state IN (<final>), FALSE) AS result
            FROM assessment s LEFT JOIN counted_assessment c ON c.id = s.id WHERE s.round_id = :round""",
            Lasting.on("m", ":today"));

    @Inject
    private Flushed flushed;

    @Inject
    private Clock clock;

    /** @param doer whoever opens the planned round; null for the application itself */
    public ToldPeople whenOpened(Round round, Long doer) {
        return round.rehearsal() ? ToldPeople.NOBODY
                : flushed.withHandle(sql -> counted(sql.createQuery(OPENED).bindList("scope", round.scope())
                        .bind("agenciesOn", round.agenciesOn()), doer));
    }

    /** @param doer whoever publishes the closed round; null for the application itself */
    public ToldPeople whenPublished(Round round, Long doer) {
        return round.rehearsal() ? ToldPeople.NOBODY
                : flushed.withHandle(sql -> counted(
                        sql.createQuery(PUBLISHED).bind("round", round.id())
                                .bindList("final", Step.PUBLISH.states()),
                        doer));
    }

    private ToldPeople counted(Query query, Long doer) {
        return query.bind("today", LocalDate.now(clock))
                .bind("doer", doer == null ? 0 : doer).bindList("answering", Role.with(Permission.ANSWER))
                .bindList("administering", Role.with(Permission.ADMINISTER)).mapTo(ToldPeople.class).one();
    }
}
