package vn.thang.organisation.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.platform.work.Progress;
import vn.thang.security.Caller;

/** All officers and heads of the country in one file; the log of the server says how long it took. */
@Tag("matrix")
@ExtendWith(ArquillianExtension.class)
class RosterMassIT {

    private static final Logger LOG = Logger.getLogger(RosterMassIT.class.getName());
    private static final int PEOPLE = 7000;

    @Inject
    private RosterImport rosterImport;

    @Inject
    private Caller caller;

    @Inject
    private Jdbi jdbi;

    private final String mark = "ms" + Long.toString(System.nanoTime(), 36);

    @AfterEach
    void nobodyStays() {
        for (String sql : new String[]{
                "DELETE l FROM mail l JOIN person p ON p.id = l.person_id WHERE p.email LIKE CONCAT('%', :mark, '@example.vn')",
                "DELETE m FROM membership m JOIN person p ON p.id = m.person_id WHERE p.email LIKE CONCAT('%', :mark, '@example.vn')",
                "UPDATE person SET active = FALSE WHERE email LIKE CONCAT('%', :mark, '@example.vn')"}) {
            jdbi.useHandle(handle -> handle.createUpdate(sql).bind("mark", mark).execute());
        }
    }

    @Test
    void sevenThousandPeopleComeInAtOnce() {
        caller.actAs("quantri");
        List<String> agencies = jdbi.withHandle(sql -> sql.createQuery(
                "SELECT code FROM agency WHERE code <> 'VN' AND valid_to IS NULL ORDER BY code").mapTo(String.class)
                .list());
        StringBuilder file = new StringBuilder("name;mail;agency;roles;from;to\n");
        for (int i = 0; i < PEOPLE; i++) {
            file.append("Nguyễn Văn ").append(i).append(";n").append(i).append(mark).append("@example.vn;")
                    .append(agencies.get(i / 2 % agencies.size())).append(i % 2 == 0 ? ";OFFICER;;\n" : ";HEAD;;\n");
        }
        byte[] content = file.toString().getBytes(StandardCharsets.UTF_8);
        Instant began = Instant.now();
        RosterReport report = rosterImport.check(content);
        Duration checking = Duration.between(began, Instant.now());
        assertEquals(List.of(), report.faults());
        assertEquals(PEOPLE, report.accounts());
        List<Long> seen = new ArrayList<>();
        System.gc();
        long before = used();
        began = Instant.now();
        Progress progress = (done, total, doing) -> seen.add(done);
        rosterImport.apply(content, false, progress);
        Duration taking = Duration.between(began, Instant.now());
        long after = used();
        LOG.info(() -> "7000 people: checked in " + checking.toMillis() + " ms, taken in " + taking.toMillis() + " ms, "
                + seen.size() + " steps told, heap " + (before >> 20) + " to " + (after >> 20) + " MiB");
        assertEquals(PEOPLE / 50, seen.size());
        assertEquals(Integer.valueOf(PEOPLE), jdbi.withHandle(sql -> sql.createQuery("""
                SELECT COUNT(*) FROM mail l JOIN person p ON p.id = l.person_id
                WHERE l.password_link = TRUE AND p.email LIKE CONCAT('n%', :mark, '@example.vn')""").bind("mark", mark)
                .mapTo(Integer.class).one()));
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
