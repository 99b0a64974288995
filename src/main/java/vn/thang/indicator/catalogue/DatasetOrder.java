package vn.thang.indicator.catalogue;

import vn.thang.platform.list.Cut;

/** The orders of the datasets of an agency: the weakest first, or by one of the columns. */
public enum DatasetOrder implements Cut.Order {
    WEAKEST("points"),
    TITLE("title"),
    PUBLISHER("publisher"),
    POINTS("points");

    private final String sql;

    DatasetOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
