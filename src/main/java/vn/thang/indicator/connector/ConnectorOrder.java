package vn.thang.indicator.connector;

import vn.thang.platform.list.Cut;

/** The orders of the connectors: those that fail first, or by one of the columns. */
public enum ConnectorOrder implements Cut.Order {
    FAILING("-c.failures"),
    NAME("c.name"),
    STATE("IF(c.active, c.failures, -1)"),
    KIND("c.kind"),
    SOURCE("c.source"),
    LAST("COALESCE(r.started_at, '1000-01-01')"),
    NEXT("IF(c.active, c.next_at, '9999-12-31')");

    private final String sql;

    ConnectorOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
