package vn.thang.report.room;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.assessment.round.RoundName;
import vn.thang.platform.Language;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;
import vn.thang.report.room.Report.Format;
import vn.thang.report.room.Report.Parameter;

/** One report: what it is asked for by, and its runs. */
@Named
@ViewScoped
public class ReportPage extends ListPage<ReportRun, ReportRunOrder> {

    private static final long serialVersionUID = 1L;

    private final Map<String, String> given = new HashMap<>();
    private LocalDate day;
    private LocalDate since;
    private String choice;
    private transient List<Choice> choices;
    private transient Report report;
    private transient List<RoundName> rounds;

    /** A form in which the report can be made: one of its own, or one that the ministry designed. */
    public record Choice(String value, String label) {
    }

    @Inject
    private ReportRoom room;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Override
    protected List<String> filters() {
        return List.of("id", "form", "round");
    }

    @Override
    protected ReportRunOrder[] orders() {
        return ReportRunOrder.values();
    }

    @Override
    protected boolean prepare() {
        report = notices.found(() -> room.get(id()));
        if (report == null || report.page().isPresent()) {
            return false;
        }
        choices = notices.found(this::choices);
        if (choices == null) {
            return false;
        }
        choice = choices.get(0).value();
        if (!getRounds().isEmpty()) {
            given.put(Parameter.ROUND.key(), round());
            given.put(Parameter.EARLIER.key(), getRounds().get(Math.min(1, getRounds().size() - 1)).code());
        }
        return true;
    }

    @Override
    protected Slice<ReportRun> cut(Cut<ReportRunOrder> cut) {
        return room.runs(id(), cut);
    }

    @Override
    protected Object key(ReportRun run) {
        return run.id();
    }

    /** The round that the address names; the newest where it names none. */
    private String round() {
        return getRounds().stream().map(RoundName::code).filter(code -> code.equals(getAsked().get("round")))
                .findFirst().orElse(getRounds().get(0).code());
    }

    private String id() {
        return getAsked().get("id") == null ? "" : getAsked().get("id");
    }

    /** Whether there is a report that the person may have made here. */
    public boolean isPresent() {
        return choice != null;
    }

    public Report getReport() {
        if (report == null) {
            report = room.get(id());
        }
        return report;
    }

    public String getTitle() {
        return isPresent() ? getReport().title().in(language.getLocale()) : language.text("report.title");
    }

    public String getPurpose() {
        return getReport().purpose().in(language.getLocale());
    }

    /** Whether the report can be asked for by the parameter of this name. */
    public boolean asks(String parameter) {
        return getReport().parameters().stream().anyMatch(one -> one.key().equals(parameter));
    }

    public List<RoundName> getRounds() {
        if (rounds == null) {
            rounds = room.rounds();
        }
        return rounds;
    }

    /** Has the report made, and leads to where its progress is seen. */
    public String start() {
        long[] work = {0};
        boolean started = notices
                .attempt(() -> work[0] = room.start(new ReportRoom.Request(id(), asked(), format(), form(),
                        language.getLocale())));
        return started ? "/work/work?faces-redirect=true&id=" + work[0] : null;
    }

    private Map<String, String> asked() {
        Map<String, String> asked = new HashMap<>(given);
        asked.put(Parameter.DAY.key(), day == null ? null : day.toString());
        asked.put(Parameter.SINCE.key(), since == null ? null : since.toString());
        asked.values().removeIf(value -> value == null);
        return asked;
    }

    /** The parameters that are a choice or a code. */
    public Map<String, String> getGiven() {
        return given;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate newDay) {
        day = newDay;
    }

    public LocalDate getSince() {
        return since;
    }

    public void setSince(LocalDate newSince) {
        since = newSince;
    }

    /** The forms in which the report can be made, the one that the address names first. */
    public List<Choice> getChoices() {
        if (choices == null) {
            choices = choices();
        }
        return choices;
    }

    private List<Choice> choices() {
        List<Choice> all = new ArrayList<>();
        String asked = getAsked().get("form");
        if (asked != null && asked.matches("[0-9]{1,18}")) {
            all.add(choice(room.form(id(), Long.parseLong(asked))));
        }
        getReport().formats().forEach(one -> all.add(new Choice(one.name(), language.text("report.format." + one))));
        room.forms(id()).stream().map(this::choice).filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }

    private Choice choice(ReportRoom.FormChoice form) {
        return new Choice(String.valueOf(form.version()),
                language.text("report.form.choice", form.name(), form.kind().ending()));
    }

    /** Id of the version of a form; null where the report has its own form. */
    private Long form() {
        return choice.matches("[0-9]{1,18}") ? Long.valueOf(choice) : null;
    }

    private Format format() {
        return form() == null ? Format.valueOf(choice) : Format.XLSX;
    }

    public String getChoice() {
        return choice;
    }

    public void setChoice(String newChoice) {
        choice = newChoice;
    }
}
