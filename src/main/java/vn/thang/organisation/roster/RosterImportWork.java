package vn.thang.organisation.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkInput;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Takes a file of people that was checked. */
@ApplicationScoped
class RosterImportWork implements WorkKind<RosterImportWork.Checked> {

    @Inject
    private RosterImport rosterImport;

    /** A file as it was checked; one is taken after the other. */
    public record Checked(String subject, byte[] content, boolean rightRowsOnly) implements WorkInput {

        @Override
        public String once() {
            return "people";
        }
    }

    @Override
    public String name() {
        return "import-people";
    }

    @Override
    public Class<Checked> input() {
        return Checked.class;
    }

    /** So many people are taken in each transaction. */
    @Override
    public boolean whole() {
        return false;
    }

    @Override
    public WorkResult run(Checked file, Progress progress) {
        RosterReport applied = rosterImport.apply(file.content(), file.rightRowsOnly(), progress);
        return WorkResult.of("roster.done", applied.accounts(), applied.given().size(), applied.faults().size())
                .at("/organisation/people.xhtml");
    }
}
