package vn.thang.hook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.assessment.round.Stage;
import vn.thang.indicator.reading.ReadingEvent;
import vn.thang.matter.MatterEvent;
import vn.thang.platform.TrailLine;

/**
 * Notes in the transaction of a deed what other systems are to be told of it: which thing, and what became of it, never an
 * answer or a name. Whoever may read more asks the API.
 */
@ApplicationScoped
class HookFollowing {

    private static final List<Integer> DAYS_BEFORE = List.of(7, 1, 0);

    @Inject
    private Webhooks webhooks;

    @Inject
    private Clock clock;

    void rounds(@Observes RoundEvent event) {
        if (event instanceof RoundEvent.ResultsPublished published) {
            tell(Topic.PUBLICATION, "published " + published.round() + " " + published.hash().substring(0, 16),
                    about("published").add("round", webhooks.round(published.round()))
                            .add("results", published.assessments()).add("sha256", published.hash()));
        } else if (event instanceof RoundEvent.RoundWithdrawn withdrawn) {
            tell(Topic.PUBLICATION, "withdrawn " + withdrawn.round(),
                    about("withdrawn").add("round", webhooks.round(withdrawn.round())));
        }
    }

    void readings(@Observes ReadingEvent event) {
        if (event instanceof ReadingEvent.ReadingsTaken taken) {
            tell(Topic.BATCH, "batch " + taken.report().batch(),
                    about("taken").add("batch", taken.report().batch()).add("source", taken.source())
                            .add("accepted", taken.report().accepted()).add("corrected", taken.report().corrected())
                            .add("rejected", taken.report().rejected()));
        }
    }

    void matters(@Observes MatterEvent event) {
        for (TrailLine line : event.trail()) {
            if (line.subjectId() != null && line.subject().equals("matter")) {
                tell(Topic.MATTER, line.action() + " " + line.subjectId() + " " + clock.instant(),
                        about(line.action()).add("matter", line.subjectId()));
            }
        }
    }

    /** Tells of rounds with their stages and of matters that are due soon, each day once. */
    void deadlines() {
        LocalDate today = LocalDate.now(clock);
        List<LocalDate> days = DAYS_BEFORE.stream().map(today::plusDays).toList();
        webhooks.due(days).forEach(due -> tell(Topic.DEADLINE,
                "due " + due.code() + (due.stage() == null ? "" : " " + due.stage()) + " " + due.dueOn() + " " + today,
                about("due").add("round", due.code())
                        .add("stage", (due.stage() == null ? Stage.ANSWERING : due.stage()).name())
                        .add("dueOn", due.dueOn().toString())));
        webhooks.tellOfMatters(days, today, clock.instant());
    }

    private JsonObjectBuilder about(String what) {
        return Json.createObjectBuilder().add("what", what).add("at", clock.instant().toString());
    }

    private void tell(Topic topic, String occasion, JsonObjectBuilder body) {
        webhooks.tell(topic, occasion, body.build().toString(), clock.instant());
    }
}
