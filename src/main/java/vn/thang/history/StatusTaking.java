package vn.thang.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.RoundChoice;
import vn.thang.dashboard.round.RoundSelection;
import vn.thang.dashboard.target.NationalTargets;
import vn.thang.history.TargetStatus.Cause;
import vn.thang.platform.Sha256;
import vn.thang.platform.Time;

/** Takes the status of every target as the pages show it. The application does so by itself, and nobody else can. */
@ApplicationScoped
@Transactional
class StatusTaking {

    @Inject
    private NationalRounds rounds;

    @Inject
    private NationalTargets targets;

    @Inject
    private TargetStatuses statuses;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    @Inject
    private Event<HistoryEvent> events;

    /** Takes it after something was done with the results of a round, and answers how many there are; none after a rehearsal. */
    int afterRound(Cause cause, long round) {
        return rounds.rounds(null).flatMap(selection -> selection.all().stream()
                .filter(one -> one.id() == round && !one.rehearsal()).map(RoundChoice::code).findFirst()
                .map(code -> take(selection, cause, code))).orElse(0);
    }

    /** Takes it where the version that was published is the one of the programme that holds. */
    int afterVersion(String ref) {
        catalog.follow();
        return catalog.edition().ref().equals(ref)
                ? rounds.rounds(null).map(selection -> take(selection, Cause.PROGRAMME, ref)).orElse(0) : 0;
    }

    /** Takes it once in each month. */
    int ofMonth() {
        Instant begin = LocalDate.now(clock.withZone(Time.ZONE)).withDayOfMonth(1).atStartOfDay(Time.ZONE).toInstant();
        return statuses.isTaken(Cause.MONTH, begin) ? 0
                : rounds.rounds(null).map(selection -> take(selection, Cause.MONTH, null)).orElse(0);
    }

    private int take(RoundSelection selection, Cause cause, String about) {
        Instant now = clock.instant();
        List<TargetStatus> taken = targets.forEverybody(selection).stream()
                .map(line -> TargetStatus.of(line, cause, about, catalog.edition().ref(), now)).toList();
        statuses.add(taken);
        events.fire(new HistoryEvent.StatusesTaken(cause, about, taken.size(),
                Sha256.hex(taken.stream().map(TargetStatus::toString).collect(Collectors.joining("\n")))));
        return taken.size();
    }
}
