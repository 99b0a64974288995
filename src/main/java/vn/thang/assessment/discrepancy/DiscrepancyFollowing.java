package vn.thang.assessment.discrepancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.thang.assessment.score.Scored;
import vn.thang.security.Caller;

/**
 * Lets the register follow answers and readings: what becomes of an entry the entry says, and where none stands another one
 * opens.
 */
@ApplicationScoped
class DiscrepancyFollowing {

    @Inject
    private Discrepancies discrepancies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DiscrepancyEvent> events;

    /** The gaps of an assessment beside the entries that are about its criteria. */
    private record Compared(Map<String, Gap> gaps, Map<String, Discrepancy> entries) {

        private boolean agrees() {
            return entries.keySet().containsAll(gaps.keySet()) && entries.values().stream()
                    .allMatch(entry -> entry.agrees(gaps.get(entry.criterion())));
        }
    }

    /** Costs one statement where nothing changes. */
    void scored(@Observes Scored scored) {
        Map<Long, Map<String, Discrepancy>> entries = discrepancies.following(scored.assessments().keySet(),
                scored.current());
        Map<Long, Compared> changing = new HashMap<>();
        scored.assessments().forEach((id, assessment) -> {
            Compared compared = new Compared(Gap.of(assessment), entries.getOrDefault(id, Map.of()));
            if (!compared.agrees()) {
                changing.put(id, compared);
            }
        });
        follow(changing, scored.current());
    }

    private void follow(Map<Long, Compared> changing, boolean current) {
        List<Discrepancy> added = new ArrayList<>();
        List<DiscrepancyStep> steps = new ArrayList<>();
        discrepancies.running(changing.keySet(), current).forEach((id, running) -> {
            List<DiscrepancyStep> own = follow(running, changing.get(id), added);
            tell(running, own);
            steps.addAll(own);
        });
        discrepancies.add(added, steps);
    }

    private List<DiscrepancyStep> follow(Discrepancies.Running running, Compared compared, List<Discrepancy> added) {
        Instant now = clock.instant();
        Long person = caller.personId();
        boolean late = running.handedIn();
        List<DiscrepancyStep> steps = new ArrayList<>();
        compared.entries().forEach((criterion, entry) -> entry
                .follow(compared.gaps().get(criterion), late, person, now).ifPresent(steps::add));
        compared.gaps().forEach((criterion, gap) -> {
            Discrepancy entry = compared.entries().get(criterion);
            if (entry == null || !entry.stands()) {
                Discrepancy another = new Discrepancy(running.assessment(), gap, late, now);
                added.add(another);
                steps.add(another.opened(person, now));
            }
        });
        return steps;
    }

    private void tell(Discrepancies.Running running, List<DiscrepancyStep> steps) {
        Map<Boolean, List<DiscrepancyStep>> opened = steps.stream().collect(Collectors.partitioningBy(
                step -> running.handedIn() && step.kind() == DiscrepancyStep.Kind.OPENED));
        if (!opened.get(true).isEmpty()) {
            events.fire(new DiscrepancyEvent.DiscrepanciesOpenedLate(running.assessment(), running.agency(),
                    opened.get(true).stream().map(DiscrepancyStep::criterion).toList()));
        }
        if (!opened.get(false).isEmpty()) {
            events.fire(new DiscrepancyEvent.DiscrepanciesFollowed(running.assessment(), running.agency(),
                    opened.get(false).stream()
                            .map(step -> step.kind().name().toLowerCase(Locale.ROOT) + " " + step.criterion())
                            .toList()));
        }
    }
}
