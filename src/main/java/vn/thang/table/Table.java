package vn.thang.table;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.poi.ss.util.CellReference;
import vn.thang.platform.BusinessException;

/**
 * An uploaded table from its heading on.
 *
 * @param sheet name of the sheet of a workbook; empty in a text file
 * @param lines the heading, and the lines below it that are not empty
 */
public record Table(String sheet, List<TableLine> lines) {

    static final int BEFORE_HEADING = 10;
    private static final byte[] ZIP = {'P', 'K', 3};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** How large a file may be. */
    public record Limits(int bytes, int rows) {
    }

    /**
     * The first sheet with a heading that fits, which stands in its first lines.
     *
     * @throws BusinessException when the file is none that can be read, or has no such heading
     */
    public static Table read(byte[] content, Limits limits, Predicate<TableLine> heading) {
        return isWorkbook(content, limits) ? WorkbookTable.read(content, limits.rows(), heading)
                : text(content, limits.rows(), heading);
    }

    /**
     * All sheets of a workbook as they are, for whoever needs several: the file is opened once. {@link #from} finds the heading.
     *
     * @throws BusinessException when the file is no workbook that can be read
     */
    public static List<Table> all(byte[] content, Limits limits) {
        if (!isWorkbook(content, limits)) {
            throw new BusinessException("table.workbook");
        }
        return WorkbookTable.all(content, limits.rows());
    }

    /** Returns what a content is that is no text of separated values, whatever it calls itself; empty where it may be one. */
    public static Optional<String> otherKind(byte[] content) {
        return begins(content, ZIP) || begins(content, OLD_OFFICE) ? Optional.of("ZIP, Excel")
                : Disguise.of(content).map(Disguise::shown);
    }

    private static boolean isWorkbook(byte[] content, Limits limits) {
        if (content.length == 0) {
            throw new BusinessException("table.empty");
        }
        if (content.length > limits.bytes()) {
            throw new BusinessException("table.size", limits.bytes() / 1_000_000);
        }
        if (begins(content, OLD_OFFICE)) {
            throw new BusinessException("table.old");
        }
        return begins(content, ZIP);
    }

    private static Table text(byte[] content, int mostRows, Predicate<TableLine> heading) {
        Disguise.refuse(content);
        TextTable text = TextTable.read(new ByteArrayInputStream(content), heading);
        if (!text.hasHeading()) {
            throw new BusinessException("table.no-heading", "CSV");
        }
        List<TableLine> lines = new ArrayList<>(List.of(text.heading()));
        while (text.hasNext()) {
            if (lines.size() > mostRows) {
                throw new BusinessException("table.rows", mostRows);
            }
            lines.add(text.next());
        }
        return new Table("", lines);
    }

    /** The same from its heading on, which stands in its first lines; empty where it has none that fits. */
    public Optional<Table> from(Predicate<TableLine> heading) {
        for (int i = 0; i < Math.min(BEFORE_HEADING, lines.size()); i++) {
            if (heading.test(lines.get(i))) {
                return Optional.of(new Table(sheet, lines.subList(i, lines.size())));
            }
        }
        return Optional.empty();
    }

    public TableLine heading() {
        return lines.get(0);
    }

    public List<TableLine> rows() {
        return lines.subList(1, lines.size());
    }

    /** Where a cell stands, such as E12. */
    public static String place(int line, int column) {
        return CellReference.convertNumToColString(column) + line;
    }

    private static boolean begins(byte[] content, byte[] sign) {
        boolean same = content.length >= sign.length;
        for (int i = 0; same && i < sign.length; i++) {
            same = content[i] == sign[i];
        }
        return same;
    }
}
