package vn.thang.organisation.people.administration;

import vn.thang.platform.list.Cut;

/** The orders of the list of people. */
public enum PeopleOrder implements Cut.Order {
    NAME("p.full_name"),
    USERNAME("p.username"),
    SINCE("since"),
    STATE("CASE WHEN locked THEN 2 WHEN p.active THEN 0 ELSE 1 END");

    private final String sql;

    PeopleOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
