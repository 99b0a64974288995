package vn.thang.assessment.discrepancy;

import vn.thang.platform.list.Cut;

/** The orders of the register: the widest gap first, or by one of its columns. */
public enum DiscrepancyOrder implements Cut.Order {
    GAP("-" + Discrepancies.DIFFERENCE),
    AGENCY("a.name"),
    CRITERION("d.criterion"),
    DECLARED("d.declared"),
    MEASURED("COALESCE(d.measured, 0)"),
    STATE(DiscrepancyList.STATE);

    private final String sql;

    DiscrepancyOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
