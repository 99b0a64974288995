package vn.thang.assessment.discrepancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.thang.assessment.score.Scored;
import vn.thang.assessment.score.ScoredAssessment;

/**
 * The register follows answers and readings. An entry is about one pair of levels: while nobody has explained it, it takes
 * over other levels; an explanation holds for what it explains, so that other levels settle the entry and open another.
 */
@ApplicationScoped
public class DiscrepancyFollowing {

    @Inject
    private Discrepancies discrepancies;

    @Inject
    private Event<DiscrepancyEvent> events;

    void scored(@Observes Scored scored) {
        follow(scored.assessments(), scored.current());
    }

    /**
     * Opens, changes and settles the entries of assessments of rounds that run; one statement where nothing changes.
     *
     * @param current whether to read what others committed since the transaction began
     */
    public void follow(Map<Long, ScoredAssessment> scored, boolean current) {
        List<Discrepancies.Write> writes = new ArrayList<>();
        for (Discrepancies.Running running : discrepancies.running(scored.keySet(), current)) {
            List<Discrepancies.Write> own = writes(running, Gap.of(scored.get(running.assessment())));
            if (!own.isEmpty()) {
                writes.addAll(own);
                tell(running, own);
            }
        }
        discrepancies.write(writes);
    }

    private static List<Discrepancies.Write> writes(Discrepancies.Running running, Map<String, Gap> gaps) {
        List<Discrepancies.Write> writes = new ArrayList<>();
        for (Discrepancies.Standing standing : running.standing().values()) {
            if (!gaps.containsKey(standing.criterion())) {
                writes.add(running.write(Discrepancies.Deed.SETTLE, standing, null));
            }
        }
        gaps.forEach((criterion, gap) -> {
            Discrepancies.Standing standing = running.standing().get(criterion);
            if (standing == null) {
                Discrepancies.Standing before = running.unexplained().get(criterion);
                writes.add(running.write(before == null ? Discrepancies.Deed.OPEN : Discrepancies.Deed.REOPEN, before,
                        gap));
            } else if (!gap.says(standing.declared(), standing.measured())) {
                if (standing.state() == Discrepancy.State.OPEN) {
                    writes.add(running.write(Discrepancies.Deed.ALTER, standing, gap));
                } else {
                    writes.add(running.write(Discrepancies.Deed.SETTLE, standing, null));
                    writes.add(running.write(Discrepancies.Deed.OPEN, null, gap));
                }
            } else if (!standing.reads(gap.measured())) {
                writes.add(running.write(Discrepancies.Deed.REFRESH, standing, gap));
            }
        });
        return writes;
    }

    private void tell(Discrepancies.Running running, List<Discrepancies.Write> writes) {
        List<String> opened = writes.stream().filter(write -> write.deed().opens())
                .map(Discrepancies.Write::criterion).toList();
        if (running.late() && !opened.isEmpty()) {
            events.fire(new DiscrepancyEvent.DiscrepanciesOpenedLate(running.assessment(), running.agency(), opened));
        }
        List<String> said = writes.stream().filter(
                write -> write.deed() != Discrepancies.Deed.REFRESH && !(running.late() && write.deed().opens()))
                .map(write -> write.deed().name().toLowerCase(Locale.ROOT) + " " + write.criterion()).toList();
        if (!said.isEmpty()) {
            events.fire(new DiscrepancyEvent.DiscrepanciesFollowed(running.assessment(), running.agency(), said));
        }
    }
}
