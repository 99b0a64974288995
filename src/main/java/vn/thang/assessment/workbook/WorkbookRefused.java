package vn.thang.assessment.workbook;

import java.util.List;
import vn.thang.platform.BusinessException;

/** A filled workbook that is not taken, with everything that is wrong in it. */
class WorkbookRefused extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final transient List<WorkbookFault> faults;

    WorkbookRefused(List<WorkbookFault> faults) {
        super("workbook.refused", faults.size());
        this.faults = List.copyOf(faults);
    }

    public List<WorkbookFault> faults() {
        return faults;
    }
}
