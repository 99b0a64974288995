package vn.thang.indicator.catalogue;

import vn.thang.platform.list.Cut;

/** The orders of agencies by their open data: the weakest first, or by one of the columns. */
public enum OpenDataOrder implements Cut.Order {
    WEAKEST("COALESCE(s.points, 9999)"),
    AGENCY("a.name"),
    POINTS("COALESCE(s.points, -1)"),
    DATASETS("s.datasets"),
    GOOD("s.good"),
    RECENT("s.recent"),
    READ("r.ended_at");

    private final String sql;

    OpenDataOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
