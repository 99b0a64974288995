package vn.thang.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.Slice;
import vn.thang.platform.work.WorkEnded;

/** All notices. What is written twice stands once; what somebody reads is their own and about agencies that they belong to. */
@ApplicationScoped
class Notices {

    static final String INSERT = "INSERT INTO notice (person_id, agency_id, round_id, kind, topic, subject, subject_id, occasion, stage,"
            + " due_on, detail, created_at) ";
    static final String ONCE = " ON DUPLICATE KEY UPDATE notice.id = notice.id";
    /** A role m of a person p that holds on a day: three arguments, that day twice and a person who is left out. */
    static final String HOLDS = " m.valid_from <= ? AND (m.valid_to IS NULL OR m.valid_to >= ?) AND m.person_id <> ?"
            + " AND EXISTS (SELECT 1 FROM person p WHERE p.id = m.person_id AND p.active = TRUE)";
    /** A role m in which a person answers the section x of the assessment s. */
    static final String ON_SECTION = "m.role IN ('OFFICER', 'HEAD', 'CONTRIBUTOR') AND m.agency_id = COALESCE(x.unit_id, s.agency_id)"
            + " AND (x.person_id IS NULL OR x.person_id = m.person_id)";
    /** The person still has a role at the agency or above it: the day twice. */
    static final String BELONGS = " EXISTS (SELECT 1 FROM membership m JOIN agency b ON b.id = m.agency_id WHERE m.person_id = n.person_id"
            + " AND m.valid_from <= ? AND (m.valid_to IS NULL OR m.valid_to >= ?) AND a.path LIKE CONCAT(b.path, '%'))";
    private static final String PEOPLE_OF_ROUND = "SELECT DISTINCT m.person_id, m.agency_id, s.round_id, ?, ?, 'round', s.round_id, ?,"
            + " ?, ?, ?, ? FROM assessment s JOIN membership m ON m.agency_id = s.agency_id AND m.role IN ('OFFICER', 'HEAD')"
            + " WHERE s.round_id = ? AND";
    private static final String ADMINISTRATORS = "SELECT m.person_id, m.agency_id, r.id, ?, ?, 'round', r.id, ?, ?, ?, ?, ?"
            + " FROM assessment_round r, membership m JOIN agency a ON a.id = m.agency_id AND a.parent_id IS NULL"
            + " WHERE m.role = 'ADMINISTRATOR' AND r.id = ? AND";
    private static final String OWN_PEOPLE = "SELECT DISTINCT m.person_id, s.agency_id, s.round_id, ?, ?, 'assessment', s.id, ?, ?, ?, ?, ?"
            + " FROM assessment s JOIN membership m ON m.agency_id = s.agency_id AND m.role IN ('OFFICER', 'HEAD') WHERE s.id = ? AND";
    private static final String OWN_HEADS = "SELECT DISTINCT m.person_id, s.agency_id, s.round_id, ?, ?, 'assessment', s.id, ?, ?, ?, ?, ?"
            + " FROM assessment s JOIN membership m ON m.agency_id = s.agency_id AND m.role = 'HEAD' WHERE s.id = ? AND";
    private static final String PEOPLE_OF_PROVISIONAL = "SELECT DISTINCT m.person_id, s.agency_id, s.round_id, ?, ?, 'assessment', s.id, ?, ?, ?, ?, ?"
            + " FROM assessment s JOIN membership m ON m.agency_id = s.agency_id AND m.role IN ('OFFICER', 'HEAD') WHERE s.state = 'PROVISIONAL' AND s.round_id = ? AND";
    private static final String REVIEWERS = "SELECT DISTINCT m.person_id, s.agency_id, s.round_id, ?, ?, 'assessment', s.id, ?, ?, ?, ?, ?"
            + " FROM assessment s JOIN agency a ON a.id = s.agency_id JOIN membership m ON m.role = 'REVIEWER'"
            + " JOIN agency b ON b.id = m.agency_id AND a.path LIKE CONCAT(b.path, '%') WHERE s.id = ? AND";
    private static final String PANEL = "SELECT DISTINCT m.person_id, s.agency_id, s.round_id, ?, ?, 'assessment', s.id, ?, ?, ?, ?, ?"
            + " FROM assessment s JOIN agency a ON a.id = s.agency_id JOIN membership m ON m.role = 'PANELLIST'"
            + " JOIN agency b ON b.id = m.agency_id AND a.path LIKE CONCAT(b.path, '%') WHERE s.id = ? AND";
    private static final String PEOPLE_BELOW = "SELECT DISTINCT m.person_id, m.agency_id, s.round_id, ?, ?, 'assessment', s.id, ?, ?, ?, ?, ?"
            + " FROM assessment t JOIN agency c ON c.parent_id = t.agency_id JOIN assessment s ON s.round_id = t.round_id AND s.agency_id = c.id"
            + " AND s.state IN ('NOT_STARTED', 'IN_PROGRESS', 'READY') JOIN membership m ON m.agency_id = c.id AND m.role IN ('OFFICER', 'HEAD')"
            + " WHERE t.id = ? AND";
    private static final String OF_SECTION = "SELECT DISTINCT m.person_id, m.agency_id, s.round_id, ?, ?, 'assessment', s.id, ?, ?, ?, ?, ?"
            + " FROM assessment_section x JOIN assessment s ON s.id = x.assessment_id JOIN membership m ON " + ON_SECTION + " WHERE x.id = ? AND";
    private static final String DELEGATES = "SELECT DISTINCT m.person_id, m.agency_id, s.round_id, ?, ?, 'assessment', s.id, ?, ?, ?, ?, ?"
            + " FROM assessment s JOIN assessment_section x ON x.assessment_id = s.id AND x.ended_at IS NULL JOIN membership m ON " + ON_SECTION
            + " WHERE s.id = ? AND";
    private static final String GIVER_OF_SECTION = "SELECT DISTINCT m.person_id, s.agency_id, s.round_id, ?, ?, 'assessment', s.id, ?, ?, ?, ?, ?"
            + " FROM assessment_section x JOIN assessment s ON s.id = x.assessment_id JOIN membership m ON m.person_id = x.given_by"
            + " AND m.agency_id = s.agency_id AND m.role IN ('OFFICER', 'HEAD') WHERE x.id = ? AND";
    private static final String SUBMITTER = "SELECT DISTINCT m.person_id, s.agency_id, s.round_id, ?, ?, 'assessment', s.id, ?, ?, ?, ?, ?"
            + " FROM assessment_submitter x JOIN assessment s ON s.id = x.assessment_id JOIN membership m ON m.person_id = x.person_id"
            + " AND m.agency_id = s.agency_id AND m.role IN ('OFFICER', 'HEAD') WHERE x.id = ? AND";
    private static final String PEOPLE_OF_LAPSED = "SELECT DISTINCT m.person_id, s.agency_id, s.round_id, ?, ?, 'assessment', s.id, ?, ?, ?, ?, ?"
            + " FROM assessment s JOIN membership m ON m.agency_id = s.agency_id AND m.role IN ('OFFICER', 'HEAD') WHERE s.reply = 'LAPSE' AND s.round_id = ? AND";
    private static final String FROM = " FROM notice n JOIN agency a ON a.id = n.agency_id WHERE n.person_id = ? AND" + BELONGS;
    private static final String LINES = "SELECT n.id, n.kind, n.subject_id, a.name, r.code, r.name, n.stage, n.due_on, n.detail,"
            + " n.created_at, n.read_at, a.parent_id IS NULL FROM notice n JOIN agency a ON a.id = n.agency_id"
            + " LEFT JOIN assessment_round r ON r.id = n.round_id WHERE ";

    @Inject
    private Query query;

    /** Whom something is told. */
    enum Readers {
        OWN_PEOPLE(Notices.OWN_PEOPLE), PEOPLE_BELOW(Notices.PEOPLE_BELOW), OF_SECTION(Notices.OF_SECTION), OWN_HEADS(Notices.OWN_HEADS),
        REVIEWERS(Notices.REVIEWERS), PANEL(Notices.PANEL), DELEGATES(Notices.DELEGATES), GIVER_OF_SECTION(Notices.GIVER_OF_SECTION),
        SUBMITTER(Notices.SUBMITTER), PEOPLE_OF_LAPSED(Notices.PEOPLE_OF_LAPSED),
        PEOPLE_OF_ROUND(Notices.PEOPLE_OF_ROUND), PEOPLE_OF_PROVISIONAL(Notices.PEOPLE_OF_PROVISIONAL),
        ADMINISTRATORS(Notices.ADMINISTRATORS);

        private final String sql;

        Readers(String sql) {
            this.sql = sql;
        }
    }

    /**
     * What is told.
     *
     * @param occasion what it must not be told twice for
     */
    record News(Kind kind, long subjectId, String occasion, String stage, LocalDate dueOn, String detail) {
    }

    /** By one statement however many read it; whoever did it is not told. */
    void add(Readers readers, News news, Long doer, LocalDate today, Instant now) {
        query.write(INSERT + readers.sql + HOLDS + ONCE, news.kind().name(), news.kind().topic().name(), news.occasion(), news.stage(),
                news.dueOn(), news.detail(), now, news.subjectId(), today, today, doer == null ? 0 : doer);
    }

    /** Tells whoever started long work of its end, under an agency of theirs; nobody where they have no role any more. */
    void addOfWork(Kind kind, WorkEnded work, LocalDate today, Instant now) {
        query.write(INSERT + "SELECT m.person_id, m.agency_id, NULL, ?, ?, 'work', ?, ?, NULL, NULL, ?, ? FROM membership m"
                + " WHERE m.person_id = ? AND m.valid_from <= ? AND (m.valid_to IS NULL OR m.valid_to >= ?) ORDER BY m.id LIMIT 1",
                kind.name(), kind.topic().name(), work.id(), now.toString(), (work.kind() + " " + work.subject()).strip(), now,
                work.starter(), today, today);
    }

    long unread(long person, LocalDate today) {
        return query.number("SELECT COUNT(*)" + FROM + " AND n.read_at IS NULL", person, today, today);
    }

    /** The newest first. */
    Slice<NoticeLine> list(long person, int page, LocalDate today) {
        long total = query.number("SELECT COUNT(*)" + FROM, person, today, today);
        int shown = Slice.existing(page, total);
        return new Slice<>(query.list(LINES + "n.person_id = ? AND" + BELONGS + " ORDER BY n.id DESC LIMIT " + Slice.SIZE + " OFFSET "
                + Slice.offset(shown), Notices::line, person, today, today), total, shown);
    }

    /** The person's own notice. */
    List<NoticeLine> find(long person, long id, LocalDate today) {
        return query.list(LINES + "n.person_id = ? AND n.id = ? AND" + BELONGS, Notices::line, person, id, today, today);
    }

    /** What stands in a letter and was not read since. */
    List<NoticeLine> inMail(long mail, LocalDate today) {
        return query.list(LINES + "n.mail_id = ? AND" + BELONGS + " ORDER BY n.id", Notices::line, mail, today, today);
    }

    void read(long person, long id, Instant now) {
        query.write("UPDATE notice SET read_at = ? WHERE person_id = ? AND id = ? AND read_at IS NULL", now, person, id);
    }

    void readAll(long person, Instant now) {
        query.write("UPDATE notice SET read_at = ? WHERE person_id = ? AND read_at IS NULL", now, person);
    }

    private static NoticeLine line(ResultSet row) throws SQLException {
        return new NoticeLine(row.getLong(1), Kind.valueOf(row.getString(2)), row.getLong(3), row.getString(4), row.getBoolean(12),
                row.getString(5), row.getString(6), row.getString(7), row.getObject(8, LocalDate.class), row.getString(9),
                Query.moment(row, 10), Query.moment(row, 11));
    }
}
