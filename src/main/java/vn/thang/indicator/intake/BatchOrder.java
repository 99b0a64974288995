package vn.thang.indicator.intake;

import vn.thang.platform.list.Cut;

/** The orders of the batches: the newest first, or by one of the columns. */
public enum BatchOrder implements Cut.Order {
    NEWEST("-id"),
    ARRIVED("arrived_at"),
    SOURCE("source"),
    WAY("way"),
    ACCEPTED("accepted"),
    CORRECTED("corrected"),
    UNCHANGED("unchanged"),
    REJECTED("rejected");

    private final String sql;

    BatchOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
