package vn.thang.organisation.people.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thang.it.ContainerFixture;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Role;

/** The list of people: its orders, its filters and what it costs. */
class PeopleListIT extends ContainerFixture {

    private static final PeopleFilter GIVEN = PeopleFilter.of("ds.", null, null, null);

    @Inject
    private PeopleAdministration administration;

    /** An officer at each of thirty provinces since different days, and one more person who is locked and holds no role. */
    @BeforeEach
    void people() {
        sql("INSERT INTO person (id, username, full_name, password_hash) SELECT NEXTVAL(person_seq),"
                + " CONCAT('ds.', a.code), CONCAT('Đỗ ', a.name), 'x' FROM agency a WHERE a.type = 'province'"
                + " AND a.valid_to IS NULL ORDER BY a.code LIMIT 30");
        sql("INSERT INTO membership (id, person_id, agency_id, role, valid_from) SELECT NEXTVAL(membership_seq), p.id,"
                + " a.id, 'OFFICER', DATE_SUB('2026-01-01', INTERVAL a.id DAY) FROM person p"
                + " JOIN agency a ON p.username = CONCAT('ds.', a.code)");
        sql("INSERT INTO person (id, username, full_name, password_hash) SELECT NEXTVAL(person_seq),"
                + " 'ds.khoa', 'Ân', 'x' FROM person WHERE username = 'quantri'");
        sql("INSERT INTO sign_in_failure (subject, failures, since) VALUES (SHA2('name ds.khoa', 256), 50, '2100-01-01')");
        caller.actAs("quantri");
    }

    @Test
    void everyOrderGoesBothWaysAndPagesDoNotOverlap() {
        for (PeopleOrder order : PeopleOrder.values()) {
            List<Long> up = ids(new Cut<>(order, false, 1, 100));
            assertEquals(31, up.size());
            assertEquals(Set.copyOf(up), Set.copyOf(ids(new Cut<>(order, true, 1, 100))), order::name);
            assertEquals(up.subList(0, 25), ids(new Cut<>(order, false, 1, 25)), order::name);
            assertEquals(up.subList(25, 31), ids(new Cut<>(order, false, 2, 25)), order::name);
        }
        List<String> names = rows(new Cut<>(PeopleOrder.USERNAME, true, 1, 100)).stream().map(PersonLine::username)
                .toList();
        assertEquals(names.stream().sorted(Comparator.reverseOrder()).toList(), names);
        List<LocalDate> days = rows(new Cut<>(PeopleOrder.SINCE, true, 1, 100)).stream().map(PersonLine::since)
                .limit(30).toList();
        assertEquals(days.stream().sorted(Comparator.reverseOrder()).toList(), days);
        assertTrue(rows(new Cut<>(PeopleOrder.STATE, true, 1, 25)).get(0).locked());
    }

    @Test
    void roleTypeAndAgencyAreMeantTogether() {
        assertEquals(30, found(Role.OFFICER.name(), null, null));
        assertEquals(1, found("none", null, null));
        assertEquals(0, found(Role.HEAD.name(), null, null));
        assertEquals(30, found(null, "province", null));
        assertEquals(0, found(null, "commune", null));
        assertEquals(30, found(null, null, "VN"));
        assertEquals(1, found(Role.OFFICER.name(), "province", "15"));
        assertEquals(0, found(null, null, "không có"));
        assertEquals(31, found("' OR 1 = 1", null, null));
        role("ds.15", "BTP", "HEAD");
        assertEquals(0, found(Role.HEAD.name(), null, "15"));
    }

    @Test
    void marksAndCapitalsDoNotMatter() {
        assertEquals(1, administration.list(PeopleFilter.of("do tinh lao cai", null, null, null),
                Cut.by(PeopleOrder.NAME)).total());
    }

    @Test
    void theListCostsTheSameHoweverManyThereAre() {
        long few = used(() -> rows(new Cut<>(PeopleOrder.NAME, false, 2, 25)));
        assertEquals(few, used(() -> rows(new Cut<>(PeopleOrder.SINCE, true, 1, 100))));
        assertTrue(few <= 4, () -> "statements: " + few);
    }

    private long found(String role, String type, String agency) {
        return administration.list(PeopleFilter.of("ds.", role, type, agency), Cut.by(PeopleOrder.NAME)).total();
    }

    private List<Long> ids(Cut<PeopleOrder> cut) {
        return rows(cut).stream().map(PersonLine::id).toList();
    }

    private List<PersonLine> rows(Cut<PeopleOrder> cut) {
        Slice<PersonLine> slice = administration.list(GIVEN, cut);
        return slice.rows();
    }
}
