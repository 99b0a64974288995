package vn.thang.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.platform.Formats;
import vn.thang.platform.Language;
import vn.thang.platform.Time;

/** When the status of a target changed, on its page. */
@Named
@RequestScoped
public class StatusHistoryPage {

    private static final String PERCENT = "percent";

    @Inject
    private StatusHistory history;

    @Inject
    private Language language;

    private final Map<String, List<TargetStatus>> found = new HashMap<>();

    /** Lists the changes, the newest first. */
    public List<TargetStatus> changes(String target) {
        return found.computeIfAbsent(target, history::changes);
    }

    /** On which day it was taken. */
    public LocalDate day(TargetStatus taken) {
        return LocalDate.ofInstant(taken.takenAt(), Time.ZONE);
    }

    /** After what it was taken. */
    public String cause(TargetStatus taken) {
        return taken.cause().words(taken.about(), language.getLocale());
    }

    /** The value as it was shown then. */
    public String value(TargetStatus taken) {
        return taken.value() == null ? "–"
                : taken.unit().equals(PERCENT) ? Formats.percent(taken.value(), language.getLocale())
                        : Formats.number(taken.value(), language.getLocale());
    }
}
