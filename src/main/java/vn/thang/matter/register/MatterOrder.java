package vn.thang.matter.register;

import vn.thang.platform.list.Cut;

/** The orders of the list of matters: what is due first, or by one of its columns. */
public enum MatterOrder implements Cut.Order {
    NEXT("m.ended_at IS NOT NULL, m.due_on"),
    AGENCY("a.name"),
    KIND("m.kind"),
    ASKED("m.asked_at"),
    DUE("m.due_on"),
    STATE("m.state");

    private final String sql;

    MatterOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
