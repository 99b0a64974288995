package vn.thang.report.room;

import vn.thang.platform.list.Cut;

/** What the runs of a report are sorted by. */
public enum ReportRunOrder implements Cut.Order {
    NEWEST("-r.id"), STARTED("r.started_at"), PERSON("p.full_name"), FORMAT("r.format"), ROWS("r.row_count");

    private final String sql;

    ReportRunOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
