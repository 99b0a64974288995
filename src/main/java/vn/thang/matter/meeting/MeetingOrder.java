package vn.thang.matter.meeting;

import vn.thang.platform.list.Cut;

/** The orders of the list of meetings: the newest first, or by one of the columns. */
public enum MeetingOrder implements Cut.Order {
    NEWEST("TO_DAYS(g.held_on) * -1"),
    DAY("g.held_on"),
    STATE("(g.frozen_at IS NULL) + (g.closed_at IS NULL)"),
    DECIDED("decided"),
    OPEN("open");

    private final String sql;

    MeetingOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
