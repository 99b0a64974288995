package vn.thang.assessment.ruling;

import vn.thang.platform.list.Cut;

/** The orders of the requests for exemptions: the oldest first, or by one of the columns. */
public enum ExemptionOrder implements Cut.Order {
    OLDEST("e.id"),
    AGENCY("a.name"),
    CRITERION("e.criterion"),
    REASON("e.reason"),
    ASKED("e.asked_at");

    private final String sql;

    ExemptionOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
