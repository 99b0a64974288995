package vn.thang.notice.mail;

import vn.thang.platform.list.Cut;

/** The orders of the letters that failed: the newest first, or by one of the columns. */
public enum LetterOrder implements Cut.Order {
    NEWEST("-l.id"),
    RECIPIENT("p.full_name"),
    TRIED("l.next_at"),
    FAULT("l.fault");

    private final String sql;

    LetterOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
