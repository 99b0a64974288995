package vn.thang.notice;

import vn.thang.platform.list.Cut;

/** The orders of a person's notices: the newest first, or by one of the columns. */
public enum NoticeOrder implements Cut.Order {
    NEWEST("-n.id"),
    WHAT("n.kind"),
    AGENCY("a.name"),
    TOPIC("n.topic"),
    TIME("n.created_at");

    private final String sql;

    NoticeOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
