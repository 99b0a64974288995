package vn.thang.indicator.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.indicator.reading.IntakeReport;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkInput;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Takes a sheet of readings exactly as it was shown when it was confirmed. */
@ApplicationScoped
class SheetWork implements WorkKind<SheetWork.Confirmed> {

    @Inject
    private SheetIntake intake;

    /** A sheet for a source, with the fingerprint of the report that was confirmed. */
    public record Confirmed(String subject, byte[] content, String fingerprint, boolean rightRowsOnly)
            implements
                WorkInput {
    }

    @Override
    public String name() {
        return "take-sheet";
    }

    @Override
    public Class<Confirmed> input() {
        return Confirmed.class;
    }

    @Override
    public WorkResult run(Confirmed sheet, Progress progress) {
        progress.at(0, 0, "work.doing.importing");
        IntakeReport taken = intake.confirm(sheet.subject(), sheet.content(), sheet.fingerprint(),
                sheet.rightRowsOnly());
        return WorkResult.of("reading.sheet.done", taken.accepted(), taken.corrected(), taken.unchanged(),
                taken.rejected()).at("/indicator/sheet.xhtml?source=" + sheet.subject());
    }
}
