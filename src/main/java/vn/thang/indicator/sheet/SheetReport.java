package vn.thang.indicator.sheet;

import java.util.List;
import vn.thang.indicator.reading.Figure;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.platform.BusinessException;

/**
 * What a sheet would change, or has changed.
 *
 * @param hash        of the file
 * @param fingerprint of everything that is said here about its lines: what is confirmed must be what was shown
 * @param sheet       name of the sheet that was read; empty in a text file
 * @param added       what is not known yet, in the order of the sheet
 * @param corrected   what would stand in the place of something else
 * @param unchanged   how many lines are known already
 * @param earlier     how many of these were known, and corrected since: saying them again brings nothing back
 * @param blank       how many lines were left empty
 * @param notes       what is to be known of lines that are right: another value is in force or waits, or somebody has to confirm
 * @param ignored     headings of columns that are not read
 */
public record SheetReport(String hash, String fingerprint, String sheet, List<Line> added, List<Line> corrected,
        int unchanged, int earlier, int blank,
        List<SheetFault> faults, List<ReadingFault> notes, List<String> ignored) {

    /**
     * A line that changes something.
     *
     * @param period of a reading, or code of the round of a denominator
     * @param before null for none
     */
    public record Line(int number, String agency, String name, String indicator, String period, Figure before,
            Figure after) {
    }

    /**
     * Refuses to take what was not shown, and faulty lines that were not left out knowingly.
     *
     * @param shown         fingerprint of the report that was shown
     * @param rightRowsOnly whether to leave faulty lines out; otherwise one fault refuses the sheet
     */
    void requireShown(String shown, boolean rightRowsOnly) {
        if (!fingerprint.equals(shown)) {
            throw new BusinessException.Conflict("reading.sheet.changed");
        }
        if (!faults.isEmpty() && !rightRowsOnly) {
            throw new BusinessException("reading.sheet.faults", faults.size());
        }
    }

    public boolean changesNothing() {
        return added.isEmpty() && corrected.isEmpty();
    }
}
