package vn.thang.indicator.intake;

import vn.thang.platform.list.Cut;

/** The orders of the faults of a batch: by line, or by one of the columns. */
public enum FaultOrder implements Cut.Order {
    LINES("line"),
    LINE("line"),
    REASON("reason");

    private final String sql;

    FaultOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
