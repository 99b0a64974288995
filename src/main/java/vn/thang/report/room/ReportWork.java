package vn.thang.report.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import vn.thang.platform.Texts;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkFile;
import vn.thang.platform.work.WorkInput;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Writes the file of a report and keeps it for whoever asked for it: it holds what that person may see. */
@ApplicationScoped
class ReportWork implements WorkKind<ReportWork.Wanted> {

    static final String NAME = "report";

    @Inject
    private ReportMaking making;

    /**
     * A report that somebody wants.
     *
     * @param subject  code of the round, so that the file goes with a rehearsal that is removed; else the name of the report
     * @param person   who wants it: everybody gets their own
     * @param run      number of the run
     * @param form     id of the version of a form; null for the form of the report itself
     */
    public record Wanted(String subject, String report, Map<String, String> parameters, String format,
            Long form, String language, Long person, long run) implements WorkInput {

        @Override
        public String once() {
            return String.join(" ", report, new TreeMap<>(parameters).toString(), format + (form == null ? "" : form),
                    language, String.valueOf(person));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Wanted> input() {
        return Wanted.class;
    }

    @Override
    public WorkResult run(Wanted wanted, Progress progress) {
        ReportMaking.Made made = making.make(
                new ReportRoom.Request(wanted.report(), wanted.parameters(), Report.Format.valueOf(wanted.format()),
                        wanted.form(), Texts.language(wanted.language())),
                wanted.run(), progress);
        return WorkResult.of("work.result.report", made.title(), made.rows()).at("/report/report.xhtml?id="
                + wanted.report()).with(new WorkFile(made.file(), made.mediaType(), made.content()));
    }
}
