package vn.thang.indicator.connector;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.indicator.fetching.PullRun;
import vn.thang.indicator.fetching.Schedule;
import vn.thang.platform.Texts;

/**
 * A connector in a list.
 *
 * @param lastAt  when it ran last; null for never
 * @param outcome of that run
 * @param fault   why that failed, a key of the texts; null for none
 */
public record ConnectorLine(String code, String name, String source, ConnectorKind kind, String host, boolean active,
        int failures, Instant nextAt,
        boolean running, Instant lastAt, PullRun.Outcome outcome, String fault, List<String> details) {

    /** Whether it is left alone after too many failures. */
    public boolean open() {
        return Schedule.isOpen(failures);
    }

    public String faultText(Locale locale) {
        return fault == null ? "" : Texts.text(locale, "connector." + fault, details.toArray());
    }
}
