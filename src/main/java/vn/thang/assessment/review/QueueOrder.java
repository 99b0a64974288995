package vn.thang.assessment.review;

import vn.thang.platform.list.Cut;

/** The orders of the queue: the highest risk first, or by one of its columns. */
public enum QueueOrder implements Cut.Order {
    RISK("-risk"),
    AGENCY("a.name"),
    STATE("s.state"),
    HANDED("s.handed_in_at"),
    DUE("COALESCE(d.due_on, '9999-12-31')"),
    DECLARED("c.declared_level"),
    OFFICIAL("c.level"),
    SIGNALS("(unsupported > 0) + (first_round OR COALESCE(rise, 0) > 0) + (discrepancies > 0) + (unexplained > 0) + new_officer"
            + " + sampled"),
    WEIGHT("risk"),
    JUDGED("judged / GREATEST(1, c.applicable)"),
    REVIEWER("COALESCE(v.full_name, '')");

    private final String sql;

    QueueOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
