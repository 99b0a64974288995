package vn.thang.indicator.lookup;

import vn.thang.platform.list.Cut;

/** The orders of the list of readings: what came last first, or by one of its columns. */
public enum ReadingOrder implements Cut.Order {
    NEWEST("r.id"),
    AGENCY("a.name"),
    INDICATOR("r.indicator"),
    PERIOD("r.period"),
    VALUE("r.value"),
    SOURCE("r.source"),
    ARRIVED("r.arrived_at");

    private final String sql;

    ReadingOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
