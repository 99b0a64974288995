package vn.thang.indicator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Gathers what would become of the lines of a sheet, whatever it is about. */
final class SheetOutcome {

    private final ReadingSheet sheet;
    private final List<SheetReport.Line> added = new ArrayList<>();
    private final List<SheetReport.Line> corrected = new ArrayList<>();
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

    SheetReport report(byte[] content) {
        List<SheetFault> faults = sheet.faults();
        String hash = hash(content);
        String all = String.join("|", hash, added.toString(), corrected.toString(), unchanged + " " + earlier, faults.toString());
        return new SheetReport(hash, hash(all.getBytes(StandardCharsets.UTF_8)), sheet.sheet(), List.copyOf(added), List.copyOf(corrected), unchanged, earlier,
                sheet.blank(), faults, List.copyOf(sheet.ignored()));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
