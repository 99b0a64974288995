package vn.thang.assessment;

import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.BusinessException;

/** How container tests about the province of the demonstration begin: in a transaction that is undone, as its officer. */
public abstract class ProvinceFixture extends ContainerFixture {

    @Inject
    protected Answering answering;

    /** Its assessment in the round that runs. */
    protected long mine;
    protected LocalDate today;

    @BeforeEach
    protected void beginAsItsOfficer() throws Exception {
        today = LocalDate.now(clock);
        mine = assessment("15");
        caller.actAs(HandingIn.OFFICER);
    }

    /** What was done so far is undone. */
    protected void beginAgain() throws Exception {
        again();
        beginAsItsOfficer();
    }

    /** Id of an agency's assessment in the round that runs. */
    protected long assessment(String agency) {
        return number("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                + " JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2026' AND a.code = ?1", agency);
    }

    protected long person(String username) {
        return number("SELECT id FROM person WHERE username = ?1", username);
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

    protected void forbiddenTo(List<String> people, Executable... deeds) {
        for (String person : people) {
            caller.actAs(person);
            for (Executable deed : deeds) {
                assertThrows(BusinessException.Forbidden.class, deed, person);
            }
        }
    }

    protected void refusedAndUndone(String key, Executable deed) throws Exception {
        refused(key, deed);
        again();
    }
}
