package vn.thang.dashboard.standing;

import vn.thang.platform.list.Cut;

/** The orders of agencies by how firm their ranks are: the least firm first, or by one of the columns. */
public enum FirmnessOrder implements Cut.Order {
    SHAKIEST("-b.changed"),
    AGENCY("a.name"),
    LEVEL("c.level"),
    LEVELS("b.level_high - b.level_low"),
    CHANGED("b.changed"),
    RANK("b.position"),
    RANKS("b.position_high - b.position_low");

    private final String sql;

    FirmnessOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
