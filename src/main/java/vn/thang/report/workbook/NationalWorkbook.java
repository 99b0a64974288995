package vn.thang.report.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Locale;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.thang.assessment.score.RoundInputs;
import vn.thang.catalog.Catalog;
import vn.thang.platform.work.FileContent;
import vn.thang.platform.work.Progress;
import vn.thang.report.ReportDefinition;
import vn.thang.report.ReportTexts;
import vn.thang.report.RoundFacts;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * The results of a round as a workbook that recomputes them: its scores are formulas over the answers and weights in it.
 * Restricted answers of an agency stand in it only where the reader may read those of this very agency; elsewhere the
 * levels that depend on them are plain values.
 */
@ApplicationScoped
@Requires(Permission.EXPORT)
public class NationalWorkbook {

    @Inject
    private Caller caller;

    @Inject
    private RoundFacts facts;

    @Inject
    private RoundInputs inputs;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    /**
     * A workbook ready to be written once. Everything that can be refused is refused before the first byte.
     *
     * @param agencyCode the agency at the top; the root for the whole country
     */
    @Requires(Permission.EXPORT)
    public Export prepare(String roundCode, String agencyCode, Locale language) {
        return prepare(roundCode, agencyCode, language, Progress.UNSEEN);
    }

    /** Makes the workbook and tells meanwhile how many agencies it has written. */
    @Requires(Permission.EXPORT)
    public Export prepare(String roundCode, String agencyCode, Locale language, Progress progress) {
        RoundFacts.AgencyFact agency = facts.agency(agencyCode);
        caller.check(Permission.EXPORT, agency.path());
        RoundFacts.RoundFact round = facts.round(roundCode);
        ReportTexts texts = ReportTexts.in(language);
        Subject subject = new Subject(round, agency, catalog.model(round.modelRef()), catalog.hash(round.modelRef()),
                catalog.texts(round.modelRef(), language), catalog,
                caller.reach(Permission.VIEW_RESTRICTED), clock.instant());
        ReportDefinition definition = ReportDefinition.read("national");
        String file = definition.file().replace("{round}", round.code()).replace("{agency}", agency.code());
        return new Export(file, facts.assessments(round.id(), agency.path()),
                out -> write(definition, subject, texts, progress, out));
    }

    private void write(ReportDefinition definition, Subject subject, ReportTexts texts, Progress progress,
            OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            RoundSheets sheets = new RoundSheets(workbook, definition, subject, texts);
            long agencies = facts.assessments(subject.round().id(), subject.agency().path());
            inputs.ahead(subject.round().id(), subject.round().modelRef(), subject.agency().path(), sheets::scored,
                    scored -> progress.at(sheets.add(scored), agencies, "work.doing.workbook"));
            progress.at(0, 0, "work.doing.workbook-file");
            sheets.finish();
            workbook.write(out);
        }
    }

    /**
     * @param file    name for the download
     * @param things  how many agencies or entries there are
     * @param content writes the workbook to where it goes, once
     */
    public record Export(String file, long things, FileContent content) {
    }
}
