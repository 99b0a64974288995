package vn.thang.report.room;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.platform.Language;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;
import vn.thang.report.RoundFacts;
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
    private Format format;
    private transient Report report;
    private transient List<RoundFacts.RoundName> rounds;

    @Inject
    private ReportRoom room;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Override
    protected List<String> filters() {
        return List.of("id");
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
        format = report.formats().get(0);
        if (!getRounds().isEmpty()) {
            given.put(Parameter.ROUND.key(), getRounds().get(0).code());
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

    private String id() {
        return getAsked().get("id") == null ? "" : getAsked().get("id");
    }

    /** Whether there is a report that the person may have made here. */
    public boolean isPresent() {
        return format != null;
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

    public List<RoundFacts.RoundName> getRounds() {
        if (rounds == null) {
            rounds = room.rounds();
        }
        return rounds;
    }

    /** Has the report made, and leads to where its progress is seen. */
    public String start() {
        long[] work = {0};
        boolean started = notices
                .attempt(() -> work[0] = room.start(new ReportRoom.Request(id(), asked(), format,
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

    /** What a run was asked for by, in words. */
    public String parameters(ReportRun run) {
        return Stream.of(run.parameters().split(", ")).filter(one -> one.contains("=")).map(one -> {
            String[] pair = one.split("=", 2);
            String value = pair[0].equals(Parameter.DAY.key()) || pair[0].equals(Parameter.SINCE.key())
                    ? language.day(LocalDate.parse(pair[1])) : pair[1];
            return language.text("report.parameter." + pair[0]) + ": " + value;
        }).collect(Collectors.joining(" · "));
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

    public Format getFormat() {
        return format;
    }

    public void setFormat(Format newFormat) {
        format = newFormat;
    }
}
