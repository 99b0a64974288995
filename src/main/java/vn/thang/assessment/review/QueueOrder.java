package vn.thang.assessment.review;

import vn.thang.platform.list.Cut;

/** The orders of the queue: the highest risk first, or by one of its columns. */
public enum QueueOrder implements Cut.Order {
    RISK("-" + ReviewQueue.RISK, true),
    AGENCY("a.name", false),
    STATE("s.state", false),
    HANDED("s.handed_in_at", false),
    DUE("COALESCE(d.due_on, '9999-12-31')", false),
    DECLARED("c.declared_level", false),
    OFFICIAL("c.level", false),
    SIGNALS("(c.declared_index > c.index_value) + (b.id IS NULL OR COALESCE(c.declared_index > l.index_value, FALSE))"
            + " + (COALESCE(h.entries, 0) > 0) + (COALESCE(h.unexplained, 0) > 0) + " + ReviewQueue.NEW_OFFICER + " + "
            + ReviewQueue.SAMPLED, true),
    WEIGHT(ReviewQueue.RISK, true),
    JUDGED(ReviewQueue.JUDGED + " / GREATEST(1, c.applicable)", false),
    REVIEWER("COALESCE(v.full_name, '')", false);

    private final String sql;
    private final boolean weighs;

    QueueOrder(String sql, boolean weighs) {
        this.sql = sql;
        this.weighs = weighs;
    }

    @Override
    public String sql() {
        return sql;
    }

    /** Whether it asks for the result before and for what stands above its measured level. */
    boolean weighs() {
        return weighs;
    }
}
