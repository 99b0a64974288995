package vn.thang.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;

/** How container tests about the province of the demonstration begin: in a transaction that is undone, as its officer. */
@ExtendWith(ArquillianExtension.class)
public abstract class ProvinceFixture {

    @Inject
    protected Caller caller;

    @Inject
    protected Clock clock;

    @Inject
    protected UserTransaction transaction;

    @PersistenceContext
    protected EntityManager entities;

    /** Its assessment in the round that runs. */
    protected long mine;
    protected LocalDate today;

    @BeforeEach
    protected void beginAsItsOfficer() throws Exception {
        transaction.begin();
        today = LocalDate.now(clock);
        mine = assessment("15");
        caller.actAs(HandingIn.OFFICER);
    }

    /** What was done so far is undone. */
    protected void beginAgain() throws Exception {
        transaction.rollback();
        beginAsItsOfficer();
    }

    @AfterEach
    protected void undo() throws Exception {
        transaction.rollback();
    }

    /** Id of an agency's assessment in the round that runs. */
    protected long assessment(String agency) {
        return number(
                "SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id JOIN assessment_round r ON r.id = s.round_id"
                        + " WHERE r.code = '2026' AND a.code = '" + agency + "'");
    }

    protected long person(String username) {
        return number("SELECT id FROM person WHERE username = '" + username + "'");
    }

    /** From long ago until now, unless a day is given. */
    protected void role(String username, String agency, String role) {
        sql("INSERT INTO membership (id, person_id, agency_id, role, valid_from) SELECT NEXTVAL(membership_seq), p.id, a.id, '"
                + role
                + "', '2020-01-01' FROM person p, agency a WHERE p.username = '" + username + "' AND a.code = '"
                + agency + "'");
    }

    protected long number(String sql) {
        return ((Number) entities.createNativeQuery(sql).getSingleResult()).longValue();
    }

    protected void sql(String sql) {
        entities.flush();
        entities.createNativeQuery(sql).executeUpdate();
        entities.clear();
    }

    /** Of this assessment: who was told something of the kind. */
    @SuppressWarnings("unchecked")
    protected List<String> told(String kind) {
        return entities
                .createNativeQuery(
                        "SELECT p.username FROM notice n JOIN person p ON p.id = n.person_id WHERE n.kind = ?1"
                                + " AND n.subject_id = ?2 ORDER BY 1")
                .setParameter(1, kind).setParameter(2, mine).getResultList();
    }

    /** Statements of this connection so far, this one included. */
    protected long statements() {
        return status("Questions");
    }

    protected long status(String name) {
        Object[] row = (Object[]) entities.createNativeQuery("SHOW SESSION STATUS LIKE '" + name + "'")
                .getSingleResult();
        return Long.parseLong((String) row[1]);
    }

    protected static void forbidden(Executable deed) {
        assertThrows(BusinessException.Forbidden.class, deed);
    }

    protected void forbiddenTo(List<String> people, Executable... deeds) {
        for (String person : people) {
            caller.actAs(person);
            for (Executable deed : deeds) {
                assertThrows(BusinessException.Forbidden.class, deed, person);
            }
        }
    }

    /** A refusal undoes the whole transaction: the next one needs its own. */
    protected void again() throws Exception {
        transaction.rollback();
        transaction.begin();
    }

    protected void refusedAndUndone(String key, Executable deed) throws Exception {
        refused(key, deed);
        again();
    }

    protected static void refused(String key, Executable deed) {
        assertEquals(key, assertThrows(BusinessException.class, deed).key());
    }
}
