package vn.thang.indicator.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkInput;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Takes a sheet of denominators exactly as it was shown when it was confirmed. */
@ApplicationScoped
class DenominatorWork implements WorkKind<DenominatorWork.Confirmed> {

    @Inject
    private DenominatorSheet sheets;

    /** A sheet for a round, with the fingerprint of the report that was confirmed. */
    public record Confirmed(String subject, byte[] content, String fingerprint, boolean rightRowsOnly)
            implements
                WorkInput {
    }

    @Override
    public String name() {
        return "take-denominators";
    }

    @Override
    public Class<Confirmed> input() {
        return Confirmed.class;
    }

    @Override
    public WorkResult run(Confirmed sheet, Progress progress) {
        progress.at(0, 0, "work.doing.importing");
        return WorkResult
                .of("denominator.done", sheets.confirm(sheet.subject(), sheet.content(), sheet.fingerprint(),
                        sheet.rightRowsOnly()))
                .at("/indicator/denominators.xhtml?round=" + sheet.subject());
    }
}
