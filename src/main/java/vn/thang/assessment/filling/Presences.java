package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.thang.platform.sql.Flushed;

/** Who is in which form, by the clock of the database, which all servers share. */
@ApplicationScoped
@Transactional
class Presences {

    /** A form says every half a minute that somebody is there; a little more than three times as long, and they are gone. */
    private static final int PRESENT_SECONDS = 105;
    /** What was said a moment ago holds: every second time is enough, and spares a commit. */
    private static final int SAID_SECONDS = 45;

    @Inject
    private Flushed jdbi;

    /** Keeps that the person has the question before them. */
    void say(long assessment, long person, String criterion) {
        jdbi.useHandle(sql -> {
            boolean said = sql.createQuery("""
                    SELECT EXISTS (SELECT 1 FROM presence WHERE assessment_id = :assessment AND person_id = :person
                        AND criterion = :criterion AND seen_at > UTC_TIMESTAMP(6) - INTERVAL :said SECOND)""")
                    .bind("assessment", assessment).bind("person", person).bind("criterion", criterion)
                    .bind("said", SAID_SECONDS).mapTo(Boolean.class).one();
            if (!said) {
                sql.createUpdate("""
                        INSERT INTO presence (assessment_id, person_id, criterion, seen_at)
                        VALUES (:assessment, :person, :criterion, UTC_TIMESTAMP(6))
                        ON DUPLICATE KEY UPDATE criterion = :criterion, seen_at = UTC_TIMESTAMP(6)""")
                        .bind("assessment", assessment).bind("person", person).bind("criterion", criterion).execute();
            }
        });
    }

    /** Lists those in the form but for this person, by name. */
    List<CoWorking.Colleague> others(long assessment, long person) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT p.full_name AS name, e.criterion FROM presence e JOIN person p ON p.id = e.person_id
                WHERE e.assessment_id = :assessment AND e.person_id <> :person
                    AND e.seen_at > UTC_TIMESTAMP(6) - INTERVAL :present SECOND
                ORDER BY p.full_name, p.id""").bind("assessment", assessment).bind("person", person)
                .bind("present", PRESENT_SECONDS).mapTo(CoWorking.Colleague.class).list());
    }

    /** Forgets whoever has left. */
    void forget() {
        jdbi.useHandle(sql -> sql.createUpdate("""
                DELETE FROM presence WHERE seen_at < UTC_TIMESTAMP(6) - INTERVAL :present SECOND""")
                .bind("present", PRESENT_SECONDS).execute());
    }
}
