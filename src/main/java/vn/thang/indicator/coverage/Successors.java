package vn.thang.indicator.coverage;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.core.target.Existence;

/** What came of agencies that are no more. */
public final class Successors {

    private final Map<Long, List<Merger>> successors;

    public Successors(List<Merger> mergers) {
        this.successors = mergers.stream().collect(Collectors.groupingBy(Merger::predecessor));
    }

    /** Returns what came of an agency at once; several where it was divided. */
    public List<Merger> of(long agency) {
        return successors.getOrDefault(agency, List.of());
    }

    /** Whether anything that came of an agency is due on the last day of a period. */
    public boolean isAnyDue(long agency, LocalDate end) {
        return isAnyDue(agency, end, new HashSet<>());
    }

    private boolean isAnyDue(long agency, LocalDate end, Set<Long> asked) {
        return asked.add(agency) && of(agency).stream()
                .anyMatch(heir -> heir.existence().isDue(end) || isAnyDue(heir.successor(), end, asked));
    }

    /** Whether the figure of an agency that is not due enters the sum: it closed within the period, and nothing that came of it is due. */
    public boolean isKept(long agency, Existence existence, LocalDate begin, LocalDate end) {
        return existence.closedWithin(begin, end) && !isAnyDue(agency, end);
    }
}
