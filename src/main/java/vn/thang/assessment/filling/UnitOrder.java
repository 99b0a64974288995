package vn.thang.assessment.filling;

import vn.thang.platform.list.Cut;

/** The orders of the units below an agency: by name, or by one of the columns. */
public enum UnitOrder implements Cut.Order {
    NAMES("a.name"),
    UNIT("a.name"),
    STATE("s.state"),
    ANSWERED("COALESCE(c.answered, 0) / COALESCE(c.applicable, :questions)"),
    DUE("COALESCE(x.due_on, r.due_on)"),
    HANDED("COALESCE(s.handed_in_at, '9999-12-31')");

    private final String sql;

    UnitOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
