package vn.thang.report.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.assessment.round.RoundName;
import vn.thang.assessment.round.Rounds;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.platform.work.LongWork;
import vn.thang.report.RoundFacts;
import vn.thang.report.form.FormKind;
import vn.thang.report.room.Report.Format;
import vn.thang.report.room.Report.Wording;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * The room of reports: which there are, by what they can be asked for, and who took which of them when. Permission is asked for
 * the agency of each report, and again for every row of it.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class ReportRoom {

    @Inject
    private ReportCatalogue catalogue;

    @Inject
    private ReportAsking asking;

    @Inject
    private ReportRuns runs;

    @Inject
    private ReportForms forms;

    @Inject
    private RoundFacts facts;

    @Inject
    private Rounds rounds;

    @Inject
    private LongWork works;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * What a person asks for.
     *
     * @param form id of the version of a form that is filled; null for the form of the report itself
     */
    public record Request(String report, Map<String, String> parameters, Format format, Long form, Locale language) {

        /** In the form of the report itself. */
        public Request(String report, Map<String, String> parameters, Format format, Locale language) {
            this(report, parameters, format, null, language);
        }
    }

    /** A published form of a report. */
    public record FormChoice(long version, String name, FormKind kind) {
    }

    /** Reports for one purpose that the person may take. */
    public record Shelf(String id, Wording title, List<Entry> entries) {
    }

    /** @param last its newest run that the person may know of; null for none */
    public record Entry(Report report, ReportRun last) {
    }

    /**
     * How many reports the person may take.
     *
     * @param lastAt when the newest run that the person may know of was started; null before the first
     */
    public record Stock(long reports, Instant lastAt) {
    }

    /** Lists the reports that the person may take, by what they are for. */
    @Requires(Permission.EXPORT)
    public List<Shelf> shelves() {
        String root = root();
        Map<String, ReportRun> last = runs.newest(caller.personId(), caller.can(Permission.EXPORT, root)).stream()
                .collect(Collectors.toMap(ReportRun::report, Function.identity()));
        return catalogue.groups().stream()
                .map(group -> new Shelf(group.id(), group.title(),
                        group.reports().stream().filter(report -> may(report, root))
                                .map(report -> new Entry(report, last.get(report.id()))).toList()))
                .filter(shelf -> !shelf.entries().isEmpty()).toList();
    }

    /** Counts the reports that the person may take, for the first page. */
    @Requires(Permission.EXPORT)
    public Stock stock() {
        List<Entry> entries = shelves().stream().flatMap(shelf -> shelf.entries().stream()).toList();
        return new Stock(entries.size(), entries.stream().map(Entry::last).filter(last -> last != null)
                .map(ReportRun::startedAt).max(Comparator.naturalOrder()).orElse(null));
    }

    /** The definitions that are refused with their faults, for whoever administers the country. */
    @Requires(Permission.EXPORT)
    public Map<String, List<String>> refused() {
        return designs() ? catalogue.refused() : Map.of();
    }

    /** Whether the person designs forms for reports. */
    @Requires(Permission.EXPORT)
    public boolean designs() {
        return caller.can(Permission.ADMINISTER, root());
    }

    /** @throws BusinessException.NotFound when there is no such report that the person may take */
    @Requires(Permission.EXPORT)
    public Report get(String id) {
        Report report = catalogue.get(id);
        if (!may(report, root())) {
            throw new BusinessException.Forbidden("security.forbidden");
        }
        return report;
    }

    /** Lists the rounds that can be asked for, newest first. */
    @Requires(Permission.EXPORT)
    public List<RoundName> rounds() {
        return rounds.names();
    }

    /** Lists the runs of a report: those of everybody for whoever takes numbers of the country away, else one's own. */
    @Requires(Permission.EXPORT)
    public Slice<ReportRun> runs(String id, Cut<ReportRunOrder> cut) {
        return runs.list(get(id).id(), caller.personId(), caller.can(Permission.EXPORT, root()), cut);
    }

    /** Lists the published forms of a report. */
    @Requires(Permission.EXPORT)
    public List<FormChoice> forms(String id) {
        return forms.published(get(id).id()).stream()
                .map(form -> new FormChoice(form.version(), form.name(), form.kind())).toList();
    }

    /** Returns a form of a report that may be tried or used by the person. */
    @Requires(Permission.EXPORT)
    public FormChoice form(String id, long version) {
        return filling(new Request(get(id).id(), Map.of(), Format.XLSX, version, Texts.LANGUAGES.get(0)))
                .map(form -> new FormChoice(version, form.name(), form.kind())).orElseThrow();
    }

    /** Finds the form that is asked for; one that is not in use is for whoever designs it. */
    Optional<ReportForm.Filling> filling(Request request) {
        if (request.form() == null) {
            return Optional.empty();
        }
        ReportForm.Filling form = forms.filling(request.form())
                .filter(one -> one.report().equals(request.report()))
                .orElseThrow(() -> new BusinessException.NotFound("report.form.no-form"));
        if (form.state() != ReportForm.State.PUBLISHED) {
            caller.check(Permission.ADMINISTER, root());
        }
        return Optional.of(form);
    }

    /** Starts the making of a report and refuses at once what can be refused; answers the number of the work. */
    @Requires(Permission.EXPORT)
    public long start(Request request) {
        ReportAsking.Asked asked = asking.of(get(request.report()), request);
        Map<String, String> parameters = asked.parameters();
        String format = filling(request).map(form -> form.kind().name()).orElse(request.format().name());
        long run = runs.add(request.report(), written(parameters), format, request.form(), caller.personId(),
                clock.instant());
        String subject = asked.round() == null ? request.report() : asked.round().code();
        long work = works.start(new ReportWork.Wanted(subject, request.report(), parameters, request.format().name(),
                request.form(), request.language().getLanguage(), caller.personId(), run), caller.behalf());
        runs.bind(run, work);
        return work;
    }

    private boolean may(Report report, String root) {
        return report.national() ? caller.can(report.permission(), root) : caller.can(report.permission());
    }

    private String root() {
        return facts.agency(ReportAsking.COUNTRY).path();
    }

    static String written(Map<String, String> parameters) {
        return new TreeMap<>(parameters).entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(", "));
    }
}
