package vn.thang.hook;

import vn.thang.platform.list.Cut;

/** The orders of the log of calls: the newest first, or by one of the columns. */
public enum CallOrder implements Cut.Order {
    NEWEST("-c.id"),
    AT("c.made_at"),
    TOPIC("c.topic"),
    ADDRESS("w.address"),
    ATTEMPTS("c.attempts"),
    STATE("CASE WHEN c.sent_at IS NOT NULL THEN 2 WHEN c.next_at IS NOT NULL THEN 1 ELSE 0 END");

    private final String sql;

    CallOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
