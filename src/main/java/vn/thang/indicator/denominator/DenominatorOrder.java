package vn.thang.indicator.denominator;

import vn.thang.platform.list.Cut;

/** The orders of the agencies whose denominators the ministry sets: by code, or by one of the columns. */
public enum DenominatorOrder implements Cut.Order {
    CODE("a.code"),
    AGENCY("a.name"),
    AMOUNT("COALESCE(d.amount, 0)"),
    SET("COALESCE(d.set_at, '1000-01-01')");

    private final String sql;

    DenominatorOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
