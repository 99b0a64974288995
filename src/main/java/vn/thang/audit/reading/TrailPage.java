package vn.thang.audit.reading;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.GivenText;
import vn.thang.platform.Language;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;

/** The trail for auditors: who did what, and how far it is sealed. */
@Named
@ViewScoped
public class TrailPage extends ListPage<TrailRow, TrailOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private TrailReading reading;

    @Inject
    private Language language;

    private transient TrailReading.Sealing sealing;
    private transient List<Choice> actions;
    private transient List<Choice> subjects;

    /**
     * Something that can be done, for choosing.
     *
     * @param value as the trail writes it
     * @param label as people call it
     */
    public record Choice(String value, String label) {
    }

    @Override
    protected List<String> filters() {
        return List.of(TrailFilter.NAMES);
    }

    @Override
    protected TrailOrder[] orders() {
        return TrailOrder.values();
    }

    @Override
    protected Slice<TrailRow> cut(Cut<TrailOrder> cut) {
        return reading.list(TrailFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(TrailRow row) {
        return row.id();
    }

    /** Returns how far the trail is sealed. */
    public TrailReading.Sealing getSealing() {
        if (sealing == null) {
            sealing = reading.sealing();
        }
        return sealing;
    }

    /** Lists what has been done at all, in the order of the names. */
    public List<Choice> getActions() {
        if (actions == null) {
            actions = choices("trail.action.", reading.actions());
        }
        return actions;
    }

    /** Lists to what it was done, in the order of the names. */
    public List<Choice> getSubjects() {
        if (subjects == null) {
            subjects = choices("trail.subject.", reading.subjects());
        }
        return subjects;
    }

    private List<Choice> choices(String group, List<String> words) {
        Collator order = Collator.getInstance(language.getLocale());
        return words.stream().map(word -> new Choice(word, TrailRow.name(language.getLocale(), group, word)))
                .sorted((a, b) -> order.compare(a.label(), b.label())).toList();
    }

    public LocalDate getFrom() {
        return day("from");
    }

    public void setFrom(LocalDate day) {
        ask("from", day);
    }

    public LocalDate getUntil() {
        return day("until");
    }

    public void setUntil(LocalDate day) {
        ask("until", day);
    }

    private LocalDate day(String name) {
        return GivenText.day(getAsked().get(name), null);
    }

    private void ask(String name, LocalDate day) {
        getAsked().put(name, day == null ? null : day.toString());
    }
}
