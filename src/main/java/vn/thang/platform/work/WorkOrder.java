package vn.thang.platform.work;

import vn.thang.platform.list.Cut;

/** The orders of long work that people have started: the newest first, or by one of the columns. */
public enum WorkOrder implements Cut.Order {
    NEWEST("-w.id"),
    KIND("w.kind"),
    STARTER("p.full_name"),
    STARTED("w.started_at"),
    STATE("w.state"),
    ENDED("w.ended_at");

    private final String sql;

    WorkOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
