package vn.thang.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import vn.thang.assessment.course.Step;
import vn.thang.organisation.agency.AgencyWords;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.sql.Flushed;
import vn.thang.platform.work.WorkEnded;
import vn.thang.security.Role;

/** All notices. What is written twice stands once; what somebody reads is their own and about agencies that they belong to. */
@ApplicationScoped
public class Notices {

    /** Writes what the readers are told; who did it is left out, and of a rehearsal nobody is told. */
    private static final String TELL = """
            INSERT INTO notice (person_id, agency_id, round_id, kind, topic, subject, subject_id,
                occasion, stage, due_on, detail, created_at)
            WITH holder AS (
                SELECT m.person_id, m.agency_id, m.role, a.path, a.parent_id
                FROM membership m
                JOIN person p ON p.id = m.person_id AND p.active = TRUE
                JOIN agency a ON a.id = m.agency_id
                WHERE %s
                    AND m.role IN (<roles>) AND m.person_id <> :doer),
            told AS (
                %s)
            SELECT DISTINCT person_id, agency_id, round_id, :kind, :topic, :subject, subject_id,
                :occasion, :stage, :dueOn, :detail, :now
            FROM told WHERE NOT EXISTS (SELECT 1 FROM assessment_round q WHERE q.id = told.round_id AND q.rehearsal)
            ON DUPLICATE KEY UPDATE notice.id = notice.id""";

    /** Of a person's notices, those about agencies at or below which the person still has a role. */
    private static final String OWN = """
            FROM notice n
            JOIN agency a ON a.id = n.agency_id
            LEFT JOIN assessment_round r ON r.id = n.round_id
            WHERE <which> AND EXISTS (
                SELECT 1 FROM membership m JOIN agency b ON b.id = m.agency_id
                WHERE m.person_id = n.person_id AND %s AND a.path LIKE CONCAT(b.path, '%%'))
            """.formatted(Lasting.on("m", ":today"));
    private static final String COUNT = "SELECT COUNT(*) " + OWN;
    private static final String LINES = """
            SELECT n.id, n.kind, n.subject_id, a.code AS agency_code, a.name AS agency_name, a.name_en AS agency_name_en,
                a.parent_id IS NULL AS national,
                r.code AS round_code, r.name AS round_name, n.stage, n.due_on, n.detail, n.created_at, n.read_at
            """ + OWN;

    @Inject
    private Flushed flushed;

    /**
     * What is told.
     *
     * @param occasion what it must not be told twice for
     */
    public record News(NoticeKind kind, long subjectId, String occasion, String stage, LocalDate dueOn, String detail) {
    }

    /** Tells the news to all its readers by one statement, but not to the person who did it. */
    public void add(Readers readers, News news, Long doer, LocalDate today, Instant now) {
        flushed.useHandle(sql -> {
            var insert = sql.createUpdate(TELL.formatted(Lasting.on("m", ":today"), readers.sql()))
                    .bindList("roles", Role.with(readers.permission())).bind("subject", readers.subject())
                    .bind("kind", news.kind()).bind("topic", news.kind().topic()).bind("subjectId", news.subjectId())
                    .bind("occasion", news.occasion()).bind("stage", news.stage()).bind("dueOn", news.dueOn())
                    .bind("detail", news.detail()).bind("doer", doer == null ? 0 : doer)
                    .bind("today", today).bind("now", now);
            if (!readers.states().isEmpty()) {
                insert.bindList("states", readers.states());
            }
            insert.execute();
        });
    }

    /** Tells whoever started long work of its end, under an agency of theirs; nobody where they have no role any more. */
    public void addOfWork(NoticeKind kind, WorkEnded work, LocalDate today, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                INSERT INTO notice (person_id, agency_id, round_id, kind, topic, subject, subject_id,
                    occasion, stage, due_on, detail, created_at)
                SELECT m.person_id, m.agency_id, NULL, :kind, :topic, 'work', :work, :now, NULL, NULL, :detail, :now
                FROM membership m WHERE m.person_id = :person AND %s
                ORDER BY m.id LIMIT 1""".formatted(Lasting.on("m", ":today"))).bind("kind", kind)
                .bind("topic", kind.topic()).bind("work", work.id())
                .bind("detail", (work.kind() + " " + work.subject()).strip()).bind("person", work.starter())
                .bind("today", today).bind("now", now).execute());
    }

    /** Takes away what is left of a round that is removed. */
    public void remove(long round) {
        flushed.useHandle(sql -> sql.createUpdate("DELETE FROM notice WHERE round_id = :round").bind("round", round)
                .execute());
    }

    public long unread(long person, LocalDate today) {
        return flushed.withHandle(
                sql -> own(sql.createQuery(COUNT), "n.person_id = :person AND n.read_at IS NULL", person, today)
                        .mapTo(Long.class).one());
    }

    /** Returns one page of the person's notices; two statements however many there are. */
    public Slice<NoticeLine> list(long person, NoticeFilter filter, Cut<NoticeOrder> cut, LocalDate today) {
        String which = "n.person_id = :person" + AgencyWords.condition(filter.words())
                + (filter.topic() == null ? "" : " AND n.topic = :topic")
                + (filter.unread() ? " AND n.read_at IS NULL" : "");
        return flushed.withHandle(sql -> Slice.of(
                filtered(sql.createQuery(COUNT), which, person, filter, today).mapTo(Long.class).one(), cut,
                (size, offset) -> filtered(sql.createQuery(LINES + "ORDER BY " + cut.sql("n.id DESC")
                        + " LIMIT :size OFFSET :offset"), which, person, filter, today).bind("size", size)
                        .bind("offset", offset).mapTo(NoticeLine.class).list()));
    }

    private static Query filtered(Query query, String which, long person, NoticeFilter filter, LocalDate today) {
        if (filter.topic() != null) {
            query.bind("topic", filter.topic());
        }
        return own(query, which, person, today).bindMap(AgencyWords.arguments(filter.words()));
    }

    /** Returns the person's own notice. */
    public Optional<NoticeLine> find(long person, long id, LocalDate today) {
        return flushed
                .withHandle(sql -> own(sql.createQuery(LINES), "n.person_id = :person AND n.id = :id", person, today)
                        .bind("id", id).mapTo(NoticeLine.class).findOne());
    }

    /** Returns the notices that stand in a letter. */
    public List<NoticeLine> inMail(long mail, LocalDate today) {
        return flushed.withHandle(sql -> sql.createQuery(LINES + "ORDER BY n.id").define("which", "n.mail_id = :mail")
                .bind("mail", mail).bind("today", today).mapTo(NoticeLine.class).list());
    }

    /** Marks the person's own notices among these as read. */
    public void read(long person, Collection<Long> ids, Instant now) {
        flushed.useHandle(sql -> sql.createUpdate("""
                UPDATE notice SET read_at = :now WHERE person_id = :person AND id IN (<ids>) AND read_at IS NULL""")
                .bind("now", now).bind("person", person).bindList("ids", List.copyOf(ids)).execute());
    }

    public void readAll(long person, Instant now) {
        flushed.useHandle(sql -> sql
                .createUpdate("UPDATE notice SET read_at = :now WHERE person_id = :person AND read_at IS NULL")
                .bind("now", now).bind("person", person).execute());
    }

    private static Query own(Query query, String which, long person, LocalDate today) {
        return query.define("which", which).bind("person", person).bind("today", today);
    }

    /** Returns the last day for answering in the round. */
    public LocalDate due(long round) {
        return day("SELECT due_on FROM assessment_round WHERE id = :id", round, null);
    }

    /** Returns the last day of a stage of the round. */
    public LocalDate due(long round, String stage) {
        return day("SELECT due_on FROM round_stage WHERE round_id = :id AND stage = :stage", round, stage);
    }

    /** Returns the last day of the stage in which the assessment is. */
    public LocalDate dueOfAssessment(long assessment) {
        return day("SELECT due_on FROM assessment_due WHERE assessment_id = :id", assessment, null);
    }

    /** Returns the last day of the matter. */
    public LocalDate dueOfMatter(long matter) {
        return day("SELECT due_on FROM matter WHERE id = :id", matter, null);
    }

    /** Whether the assessment was given back before. */
    public boolean wasGivenBack(long assessment) {
        return flushed.withHandle(sql -> sql.createQuery("""
                SELECT EXISTS (SELECT 1 FROM assessment_step WHERE assessment_id = :id AND step = :giveBack)""")
                .bind("id", assessment).bind("giveBack", Step.GIVE_BACK).mapTo(Boolean.class).one());
    }

    private LocalDate day(String query, long id, String stage) {
        return flushed.withHandle(sql -> {
            Query asked = sql.createQuery(query).bind("id", id);
            if (stage != null) {
                asked.bind("stage", stage);
            }
            return asked.mapTo(LocalDate.class).findFirst().orElse(null);
        });
    }
}
