package vn.thang.indicator.sheet;

import java.util.ArrayList;
import java.util.List;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.platform.Sha256;

/** Gathers what would become of the lines of a sheet, whatever it is about. */
final class SheetOutcome {

    private final ReadingSheet sheet;
    private final List<SheetReport.Line> added = new ArrayList<>();
    private final List<SheetReport.Line> corrected = new ArrayList<>();
    private final List<ReadingFault> notes = new ArrayList<>();
    private int unchanged;
    private int earlier;

    SheetOutcome(ReadingSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * @param known    whether the line says what is known already
     * @param replaced whether that was corrected since
     */
    void add(SheetReport.Line line, boolean known, boolean replaced) {
        if (known) {
            unchanged++;
            earlier += replaced ? 1 : 0;
        } else {
            (line.before() == null ? added : corrected).add(line);
        }
    }

    /** Tells what is to be known of a line that is right. */
    void note(ReadingFault note) {
        notes.add(note);
    }

    SheetReport report(byte[] content) {
        List<SheetFault> faults = sheet.faults();
        String hash = Sha256.hex(content);
        String all = String.join("|", hash, added.toString(), corrected.toString(), unchanged + " " + earlier,
                faults.toString(), notes.toString());
        return new SheetReport(hash, Sha256.hex(all), sheet.sheet(), List.copyOf(added), List.copyOf(corrected),
                unchanged, earlier,
                sheet.blank(), faults, List.copyOf(notes), List.copyOf(sheet.ignored()));
    }
}
