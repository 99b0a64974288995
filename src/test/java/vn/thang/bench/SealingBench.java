package vn.thang.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.thang.audit.anchor.Anchors;
import vn.thang.audit.anchor.TrustedAuthorities;
import vn.thang.audit.check.TrailCheck;
import vn.thang.audit.check.Verified;
import vn.thang.audit.seal.Blocks;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;

/** How long it takes to seal a hundred thousand entries of the trail, and to verify it afterwards. */
@ExtendWith(ArquillianExtension.class)
class SealingBench {

    @Inject
    @Any
    private Instance<RecurringWork> recurring;

    @Inject
    private Jdbi jdbi;

    @Inject
    private Blocks blocks;

    @Inject
    private Clock clock;

    @Test
    void aHundredThousandEntriesAreSealedAndVerified() throws Exception {
        RecurringWork sealing = recurring.stream().filter(work -> work.name().equals("seal-trail")).findFirst()
                .orElseThrow();
        sealing.run(Progress.UNSEEN);
        jdbi.useHandle(sql -> sql.execute("INSERT INTO change_log (id, at, action, subject, subject_id, details)"
                + " SELECT -1000000 - CAST(seq AS SIGNED), UTC_TIMESTAMP(6), 'try-bench', 'test', seq, CONCAT('GOV.', seq)"
                + " FROM seq_1_to_100000"));
        double sealed = Figures.seconds(() -> sealing.run(Progress.UNSEEN));
        Figures.keep("Sealing of 100,000 entries of the trail", "%.1f s".formatted(sealed), "", "under a minute");
        Verified[] verified = {null};
        double checked = Figures
                .seconds(() -> verified[0] = TrailCheck.verify(blocks, new Anchors(jdbi), TrustedAuthorities.NONE,
                        Map.of(), clock.instant()));
        Figures.keep("Verification of %,d entries of the trail".formatted(verified[0].entries()),
                "%.1f s".formatted(checked), "", "");
        assertEquals(List.of(), verified[0].faults());
        long waiting = jdbi.withHandle(sql -> sql.createQuery("SELECT COUNT(*) FROM change_log e LEFT JOIN trail_seal s"
                + " ON s.entry_id = e.id WHERE s.entry_id IS NULL AND e.action = 'try-bench'").mapTo(Long.class).one());
        assertEquals(0, waiting);
    }
}
