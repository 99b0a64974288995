package vn.thang.assessment.filling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.thang.assessment.course.Assessments;
import vn.thang.assessment.section.FormAccess;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Who is in a form at this moment. Kept in memory, since it means nothing a minute later: a form says again and again that
 * somebody works in it, and stops when they stop.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.CONTRIBUTE)
public class CoWorking {

    static final Duration PRESENT = Duration.ofSeconds(75);

    @Inject
    private Caller caller;

    @Inject
    private FormAccess access;

    @Inject
    private Assessments assessments;

    @Inject
    private Clock clock;

    private final Map<Long, Map<Long, Colleague>> present = new ConcurrentHashMap<>();

    /**
     * Somebody in the form.
     *
     * @param criterion the question before them
     */
    public record Colleague(String name, String criterion, Instant at) {
    }

    /** Says that the caller has the question before them, and answers who else is in the form. */
    @Requires(Permission.CONTRIBUTE)
    public List<Colleague> here(long assessmentId, String criterion) {
        access.check(Permission.ANSWER, assessments.head(assessmentId), criterion);
        Instant now = clock.instant();
        present.values().forEach(people -> people.values().removeIf(one -> one.at().plus(PRESENT).isBefore(now)));
        present.values().removeIf(Map::isEmpty);
        Map<Long, Colleague> people = present.computeIfAbsent(assessmentId, id -> new ConcurrentHashMap<>());
        people.put(caller.personId(), new Colleague(caller.getFullName(), criterion, now));
        return people.entrySet().stream().filter(one -> !one.getKey().equals(caller.personId()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(Colleague::name)).toList();
    }
}
