package vn.thang.organisation.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkInput;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Takes a file of agencies that was checked, whole or not at all. */
@ApplicationScoped
class AgencyImportWork implements WorkKind<AgencyImportWork.Checked> {

    @Inject
    private AgencyImport agencyImport;

    /** A file as it was checked; one is taken after the other. */
    public record Checked(String subject, byte[] content, boolean rightRowsOnly) implements WorkInput {

        @Override
        public String once() {
            return "agencies";
        }
    }

    @Override
    public String name() {
        return "import-agencies";
    }

    @Override
    public Class<Checked> input() {
        return Checked.class;
    }

    @Override
    public WorkResult run(Checked file, Progress progress) {
        progress.at(0, 0, "work.doing.importing");
        ImportReport applied = agencyImport.apply(file.content(), file.rightRowsOnly());
        return WorkResult.of("organisation.import.done", applied.created().size(), applied.changed().size(),
                applied.faults().size()).at("/organisation/agencies.xhtml");
    }
}
