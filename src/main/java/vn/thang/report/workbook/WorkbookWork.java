package vn.thang.report.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.platform.Texts;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkFile;
import vn.thang.platform.work.WorkInput;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/**
 * Writes the workbook of a round and keeps it for whoever asked for it: it holds what that person may see. A server of the last
 * release starts it beside this one, which has the workbook made as a report.
 */
@ApplicationScoped
class WorkbookWork implements WorkKind<WorkbookWork.Wanted> {

    static final String NAME = "workbook";

    @Inject
    private NationalWorkbook workbook;

    /**
     * A workbook that somebody wants.
     *
     * @param subject  code of the round
     * @param agency   code of the agency at the top
     * @param language code of the language
     * @param person   who wants it: everybody gets their own
     */
    public record Wanted(String subject, String agency, String language, Long person) implements WorkInput {

        @Override
        public String once() {
            return String.join(" ", subject, agency, language, String.valueOf(person));
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
    public boolean whole() {
        return false;
    }

    @Override
    public WorkResult run(Wanted wanted, Progress progress) {
        progress.at(0, 0, "work.doing.workbook");
        NationalWorkbook.Export export = workbook.prepare(wanted.subject(), wanted.agency(),
                Texts.language(wanted.language()), progress);
        return WorkResult.of("work.result.workbook", wanted.subject())
                .with(new WorkFile(export.file(), ReportsResource.XLSX, export.content()));
    }
}
