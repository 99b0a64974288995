package vn.thang.assessment.reply;

import vn.thang.platform.list.Cut;

/** The orders of what waits for the panel: what waits longest first, or by one of its columns. */
public enum ObjectionOrder implements Cut.Order {
    LONGEST("s.replied_at"),
    WAITS("s.replied_at"),
    AGENCY("a.name"),
    ROUND("r.name"),
    DECIDED("COALESCE((o.objections - o.undecided) / o.objections, 0)"),
    DUE("COALESCE(d.due_on, '9999-12-31')");

    private final String sql;

    ObjectionOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
