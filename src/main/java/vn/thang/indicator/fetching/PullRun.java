package vn.thang.indicator.fetching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.thang.indicator.intake.ReadingBatch;
import vn.thang.platform.Texts;

/**
 * One time that a source was asked.
 *
 * @param startedBy name of the person who wanted it; null for the schedule
 * @param batch     what became of the readings; null where none came
 * @param fault     why it failed, a key of the texts; null for none
 * @param answers   what came, with the raw content where that is kept still
 */
public record PullRun(long id, String startedBy, Instant startedAt, Instant endedAt, Outcome outcome,
        ReadingBatch batch, String fault,
        List<String> details, RunFacts facts, int answers, long bytes, boolean kept) {

    /** How it ended; LOST when the server went down in the middle. */
    public enum Outcome {
        RUNNING, DONE, FAILED, LOST
    }

    /** Seconds that it took; 0 while it runs. */
    public long seconds() {
        return endedAt == null ? 0 : Duration.between(startedAt, endedAt).toSeconds();
    }

    /** Why it failed, in words. */
    public String faultText(Locale locale) {
        return fault == null ? "" : Texts.text(locale, "connector." + fault, details.toArray());
    }
}
