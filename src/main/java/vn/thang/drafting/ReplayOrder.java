package vn.thang.drafting;

import vn.thang.platform.list.Cut;

/** The orders of the agencies that move. */
public enum ReplayOrder implements Cut.Order {
    STEP("m.to_level - m.from_level"),
    AGENCY("a.name"),
    FROM("m.from_level"),
    TO("m.to_level"),
    RULE("m.rule");

    private final String sql;

    ReplayOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
