package vn.thang.organisation;

import java.util.List;
import java.util.Set;
import vn.thang.platform.BusinessException;

/**
 * A list of agencies as somebody gave it: the rows that make sense by themselves, and the faults of the others. Whether
 * they fit together, and with the agencies there are, is decided by {@link ImportPlan}.
 *
 * @param ignored headings of columns that nobody knows
 * @param codes   every code in the file, of faulty rows too
 */
record AgencyFile(Set<AgencyColumn> columns, List<String> ignored, List<AgencyRow> rows, List<RowFault> faults,
        Set<String> codes) {

    static final int MOST_BYTES = 5_000_000;
    static final int MOST_ROWS = 20_000;

    /** @throws BusinessException when this is no list of agencies at all */
    static AgencyFile read(byte[] content) {
        if (content.length == 0) {
            throw new BusinessException("organisation.file.empty");
        }
        if (content.length > MOST_BYTES) {
            throw new BusinessException("organisation.file.size", MOST_BYTES / 1_000_000);
        }
        boolean workbook = content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3;
        List<TableLine> lines = workbook ? WorkbookTable.read(content) : TextTable.read(content);
        if (lines.isEmpty()) {
            throw new BusinessException("organisation.file.empty");
        }
        return new AgencyFileReader(lines.get(0)).read(lines.subList(1, lines.size()));
    }

    boolean has(AgencyColumn column) {
        return columns.contains(column);
    }
}
