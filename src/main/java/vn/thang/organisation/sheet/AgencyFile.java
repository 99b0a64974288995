package vn.thang.organisation.sheet;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.thang.platform.BusinessException;
import vn.thang.table.Table;

/**
 * A list of agencies as somebody gave it: the rows that make sense by themselves, and the faults of the others. Whether
 * they fit together, and with the agencies there are, is decided by {@link ImportPlan}.
 *
 * @param ignored headings of columns that nobody knows
 * @param codes   every code in the file, of faulty rows too
 */
record AgencyFile(Set<AgencyColumn> columns, List<String> ignored, List<AgencySheetRow> rows, List<RowFault> faults,
        Set<String> codes) {

    static final int MOST_BYTES = 5_000_000;
    static final int MOST_ROWS = 20_000;

    /** @throws BusinessException when this is no list of agencies at all */
    static AgencyFile read(byte[] content) {
        Table table = table(content);
        return new AgencyFileReader(table.heading()).read(table.rows());
    }

    /** Rows that a page says and no file: every column is meant, and codes follow the same rule. */
    static AgencyFile of(List<AgencySheetRow> rows) {
        Set<String> codes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        rows.forEach(row -> codes.add(row.code()));
        return new AgencyFile(EnumSet.allOf(AgencyColumn.class), List.of(),
                rows.stream().filter(row -> AgencySheetRow.isCode(row.code())).toList(),
                rows.stream().filter(row -> !AgencySheetRow.isCode(row.code()))
                        .map(row -> RowFault.of(0, AgencyColumn.CODE, row.code(), "code")).toList(),
                codes);
    }

    private static Table table(byte[] content) {
        try {
            return Table.read(content, new Table.Limits(MOST_BYTES, MOST_ROWS), AgencyColumn::isHeading);
        } catch (BusinessException refusal) {
            throw refusal.key().equals("table.no-heading") ? new BusinessException("organisation.file.heading")
                    : refusal;
        }
    }

    boolean has(AgencyColumn column) {
        return columns.contains(column);
    }
}
