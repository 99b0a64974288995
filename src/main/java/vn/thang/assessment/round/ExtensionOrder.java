package vn.thang.assessment.round;

import vn.thang.platform.list.Cut;

/** The orders of the extensions of a round: by agency, or by one of the columns. */
public enum ExtensionOrder implements Cut.Order {
    NAMES("a.name"),
    AGENCY("a.name"),
    STAGE("x.stage"),
    DUE("x.due_on"),
    GIVEN("x.given_at");

    private final String sql;

    ExtensionOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
