package vn.thang.indicator.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.indicator.reading.Reading;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.indicator.reading.ReadingRow;

/** Rows of one batch after their check: those that are taken, and why the others are not. */
public final class CheckedRows {

    private final String twice;
    private final List<CheckedRow> lines = new ArrayList<>();
    private final List<ReadingFault> faults = new ArrayList<>();
    private final Map<KnownReadings.About, Integer> first = new HashMap<>();
    private final Map<KnownReadings.About, Integer> again = new HashMap<>();
    private int taken;

    /** A row, and what it says. */
    public record CheckedRow(ReadingRow row, Reading reading) {
    }

    CheckedRows(String twice) {
        this.twice = twice;
    }

    void add(ReadingRow row, Reading reading) {
        taken++;
        lines.add(new CheckedRow(row, reading));
        KnownReadings.About about = KnownReadings.About.of(reading);
        if (first.putIfAbsent(about, row.line()) != null) {
            again.putIfAbsent(about, row.line());
        }
    }

    void refuse(ReadingFault fault) {
        taken++;
        faults.add(fault);
    }

    /** Refuses all rows about what more than one row is about, each with the line of another. */
    void settle() {
        if (!again.isEmpty()) {
            lines.stream().filter(line -> again.containsKey(KnownReadings.About.of(line.reading())))
                    .forEach(line -> faults.add(fault(line)));
            lines.removeIf(line -> again.containsKey(KnownReadings.About.of(line.reading())));
        }
    }

    private ReadingFault fault(CheckedRow line) {
        KnownReadings.About about = KnownReadings.About.of(line.reading());
        int other = first.get(about) == line.row().line() ? again.get(about) : first.get(about);
        return new ReadingCheck.Refused(line.row(), twice, line.row().agency(), about.indicator(),
                line.reading().period().toString(), String.valueOf(other)).fault();
    }

    public List<CheckedRow> lines() {
        return lines;
    }

    public List<Reading> readings() {
        return lines.stream().map(CheckedRow::reading).toList();
    }

    public List<ReadingFault> faults() {
        return faults;
    }

    /** Returns how many rows were read. */
    public int taken() {
        return taken;
    }
}
