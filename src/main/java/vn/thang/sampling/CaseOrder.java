package vn.thang.sampling;

import vn.thang.platform.list.Cut;

/** What the answers of a sample are sorted by: as they were drawn, or by one of the columns. */
public enum CaseOrder implements Cut.Order {
    DRAWN("c.id"), AGENCY("a.name"), CRITERION("c.criterion"), JUDGED("c.judged_at");

    private final String sql;

    CaseOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
