package vn.thang.report.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vn.thang.assessment.ruling.Impartiality;
import vn.thang.catalog.Catalog;
import vn.thang.platform.work.FileContent;
import vn.thang.platform.work.HeldFile;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.ReportContent;
import vn.thang.report.RoundFacts;
import vn.thang.report.room.Report.Format;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Makes the files of reports, row by row as the person may see them. */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
class ReportMaking {

    private static final int BETWEEN_WORDS = 500;

    @Inject
    private ReportRoom room;

    @Inject
    private ReportCatalogue catalogue;

    @Inject
    private ReportAsking asking;

    @Inject
    private ReportQuery query;

    @Inject
    private ReportRuns runs;

    @Inject
    private ReportForms forms;

    @Inject
    private RoundFacts facts;

    @Inject
    private Catalog catalog;

    @Inject
    private Impartiality impartiality;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReportEvent> events;

    /** A file that was made. */
    record Made(String title, String file, String mediaType, FileContent content, String sha256,
            int rows) {

        /** The ending of the file. */
        String format() {
            return file.substring(file.lastIndexOf('.') + 1);
        }
    }

    /** Makes the file of a run that was started. */
    Made make(ReportRoom.Request request, long run, Progress progress) {
        Made made = file(request, progress);
        runs.made(run, made.rows(), made.sha256());
        events.fire(new ReportEvent.ReportTaken(run, request.report(), made.format(),
                ReportRoom.written(request.parameters()) + (request.form() == null ? "" : " form=" + request.form()),
                made.rows(), made.sha256()));
        return made;
    }

    /** Makes the file of a report as the person may see it. */
    Made file(ReportRoom.Request request, Progress progress) {
        Report report = room.get(request.report());
        ReportAsking.Asked asked = asking.of(report, request);
        Optional<ReportForm.Filling> form = room.filling(request);
        if (report.makes().isPresent()) {
            ReportContent.Made made = catalogue.content(report.makes().get()).make(asked.content(request.language()),
                    progress);
            return new Made(report.title().in(request.language()), asked.file(report, request.format()),
                    request.format().mediaType(), made.content(), made.content().sha256(), made.rows());
        }
        ReportSight sight = ReportSight.of(catalog, caller.reach(report.permission()),
                caller.reach(Permission.VIEW_RESTRICTED), impartiality.sight());
        int[] rows = {0};
        progress.at(0, 0, "work.doing.report");
        try (ReportTable table = form.map(one -> table(report, asked, request, one))
                .orElseGet(() -> table(report, asked, request))) {
            rows(report, asked, request.language(), row -> sight.shown(report, row).ifPresent(shown -> {
                table.add(shown);
                rows[0]++;
                if (rows[0] % BETWEEN_WORDS == 0) {
                    progress.at(rows[0], 0, "work.doing.report");
                }
            }));
            progress.at(rows[0], 0, "work.doing.report-file");
            HeldFile content = HeldFile.of(table::write);
            return new Made(report.title().in(request.language()),
                    form.map(one -> asked.file(report, one)).orElseGet(() -> asked.file(report, request.format())),
                    form.map(one -> one.kind().mediaType()).orElse(request.format().mediaType()), content,
                    content.sha256(), rows[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rows(Report report, ReportAsking.Asked asked, Locale language, Consumer<Map<String, Object>> reader) {
        Optional<String> computed = report.reads();
        if (computed.isPresent()) {
            catalogue.rows(computed.get()).each(asked.rows(facts.agency(ReportAsking.COUNTRY), language), reader);
        } else {
            Map<String, Object> bound = new HashMap<>(asked.bound());
            bound.put("today", asked.today());
            query.each(report, bound, reader);
        }
    }

    private ReportTable table(Report report, ReportAsking.Asked asked, ReportRoom.Request request) {
        return request.format() == Format.CSV ? new ReportCsv(report)
                : new ReportWorkbook(report, words(asked, request), asking.facts(report, asked, request.language()));
    }

    private ReportTable table(Report report, ReportAsking.Asked asked, ReportRoom.Request request,
            ReportForm.Filling form) {
        return new FilledForm(form.kind().template(forms.template(form.version())),
                rows -> new FormData(report, request.language()).values(asked, words(asked, request), rows,
                        clock.instant(), caller.getFullName()));
    }

    private ReportWords words(ReportAsking.Asked asked, ReportRoom.Request request) {
        return new ReportWords(catalog, asked.round() == null ? null : asked.round().modelRef(), request.language());
    }
}
