package vn.thang.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import vn.thang.platform.BusinessException;
import vn.thang.security.Caller;

/** A test in the server: each runs in a transaction that is undone, and may count what it asks the database. */
@ExtendWith(ArquillianExtension.class)
public abstract class ContainerFixture {

    @Inject
    protected Caller caller;

    @Inject
    protected Clock clock;

    protected final TransactionFixture transaction = new TransactionFixture();

    @PersistenceContext
    protected EntityManager entities;

    @BeforeEach
    protected final void beginTransaction() throws Exception {
        transaction.begin();
        withoutSecondFactor();
    }

    @AfterEach
    protected final void undoTransaction() throws Exception {
        transaction.rollback();
    }

    /** A refusal undoes the whole transaction: the next one needs its own. */
    protected final void again() throws Exception {
        transaction.rollback();
        transaction.begin();
        withoutSecondFactor();
    }

    /** Heads of the demonstration sign without a code here: what a factor changes has tests of its own. */
    private void withoutSecondFactor() {
        entities.createNativeQuery("DELETE FROM second_factor WHERE demonstration = TRUE").executeUpdate();
    }

    /** Leaves an agency to these people alone: other tests have left theirs there. */
    protected final void onlyTheseAt(String agency, String... usernames) {
        sql("DELETE FROM membership WHERE agency_id = (SELECT id FROM agency WHERE code = ?1) AND person_id NOT IN"
                + " (SELECT id FROM person WHERE FIND_IN_SET(username, ?2))", agency, String.join(",", usernames));
    }

    /** Returns the one number that this asks for; parameters are ?1, ?2 ... */
    protected final long number(String sql, Object... parameters) {
        return ((Number) query(sql, parameters).getSingleResult()).longValue();
    }

    /** Removes what was ever reported of the agency, and of those that it came of. */
    protected final void nothingReported(long agency) {
        sql("DELETE FROM reading WHERE agency_id = ?1"
                + " OR agency_id IN (SELECT predecessor_id FROM agency_predecessor WHERE agency_id = ?1)", agency);
    }

    /** Lets sources say no more than that there is nothing to report of the agency: nothing measures it, and it is not silent. */
    protected final void nothingMeasures(long agency) {
        nothingReported(agency);
        sql(GivenNothing.SAID.formatted("?1"), agency);
    }

    /** Changes rows past the entities, which are read afresh afterwards. */
    protected final int sql(String sql, Object... parameters) {
        entities.flush();
        int changed = query(sql, parameters).executeUpdate();
        entities.clear();
        return changed;
    }

    private Query query(String sql, Object... parameters) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }

    /** Begins to tell of an agency that this test adds. */
    protected final GivenAgency anAgency(String code) {
        return new GivenAgency(this, code);
    }

    /** Begins to tell of a round that this test adds past the procedure. */
    protected final GivenPastRound aPastRound(String code) {
        return new GivenPastRound(this, code);
    }

    /** Gives a person a role at an agency, from long ago until now. */
    protected final void role(String username, String agency, String role) {
        sql("INSERT INTO membership (id, person_id, agency_id, role, valid_from) SELECT NEXTVAL(membership_seq), p.id, a.id,"
                + " ?1, '2020-01-01' FROM person p, agency a WHERE p.username = ?2 AND a.code = ?3", role, username,
                agency);
    }

    /** Returns how many statements this sends to the database. */
    protected final long used(Runnable deed) {
        long before = statements();
        deed.run();
        return statements() - before - 1;
    }

    /** Statements of this connection so far, this one included. */
    protected final long statements() {
        return status("Questions");
    }

    /** A counter that the database keeps of this connection. */
    protected final long status(String counter) {
        Object[] row = (Object[]) query("SHOW SESSION STATUS LIKE '" + counter + "'").getSingleResult();
        return Long.parseLong((String) row[1]);
    }

    protected static void refused(String key, Executable deed) {
        assertEquals(key, assertThrows(BusinessException.class, deed).key());
    }

    protected static void forbidden(Executable deed) {
        assertThrows(BusinessException.Forbidden.class, deed);
    }
}
