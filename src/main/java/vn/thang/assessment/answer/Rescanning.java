package vn.thang.assessment.answer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import vn.thang.platform.sql.OneTransaction;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.RecurringWork;
import vn.thang.platform.work.Rhythm;

/**
 * Has files looked at that no scanner has seen, because none was configured when they came or it did not answer. It ends with the
 * first one for which the scanner gives no answer, and goes on there the next time.
 */
@ApplicationScoped
class Rescanning implements RecurringWork {

    private static final int MOST = 50;

    @Inject
    private EvidenceScanner scanner;

    @Inject
    private Evidences evidences;

    @Inject
    private OneTransaction transaction;

    @Inject
    private Clock clock;

    @Inject
    private Event<ScanEvent> events;

    @Override
    public String name() {
        return "scan-evidence";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(Duration.ofMinutes(15));
    }

    @Override
    public void run(Progress progress) {
        if (!scanner.isConfigured()) {
            return;
        }
        long after = 0;
        for (List<Evidences.Unscanned> some = evidences.unscanned(after, MOST); !some
                .isEmpty(); some = evidences.unscanned(after, MOST)) {
            for (Evidences.Unscanned one : some) {
                if (!look(one)) {
                    return;
                }
                after = one.id();
            }
        }
    }

    private boolean look(Evidences.Unscanned one) {
        EvidenceScanner.Look look = scanner.look(evidences.content(one.id()));
        if (look.state() == ScanState.NOT_SCANNED) {
            return look.answered(); // what the scanner cannot tell of holds nothing up behind it
        }
        transaction.whole(() -> {
            evidences.scanned(one.id(), look, clock.instant());
            if (look.state() == ScanState.FOUND) {
                events.fire(new ScanEvent.KeptFileFound(one.assessment(), one.agency(), one.id(), look.finding()));
            }
        });
        return true;
    }
}
