package vn.thang.dashboard.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;

/** What stands below every picture of a round that is taken along: its source, the day of its figures, model and making. */
@ApplicationScoped
public class PictureNotes {

    @Inject
    private Clock clock;

    /** The notes of figures of a round as it is now. */
    public List<String> of(RoundChoice round, Locale language) {
        return of(round.name(), round.standing(), round.lastChange(), round.modelRef(), language);
    }

    /**
     * The notes of figures out of a round.
     *
     * @param standing key of what its results are called
     * @param known    of when they are; null where there are none yet
     * @param model    version by which they were made
     */
    public List<String> of(String round, String standing, Instant known, String model, Locale language) {
        return List.of(
                Texts.text(language, "picture.source",
                        round + ", " + Texts.text(language, standing).toLowerCase(language),
                        known == null ? "–" : Texts.day(language, LocalDate.ofInstant(known, Time.ZONE))),
                Texts.text(language, "picture.made", model, LocalDate.now(clock)));
    }
}
