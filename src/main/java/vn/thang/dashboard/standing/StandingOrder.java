package vn.thang.dashboard.standing;

import java.util.stream.Collectors;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.list.Cut;

/** The orders of the board of what was handed in: whoever has done least first, or by one of its columns. */
public enum StandingOrder implements Cut.Order {
    PROGRESS("IF(handed_in, 100000, 0) + COALESCE(c.answered, 0)"),
    AGENCY("a.name"),
    TYPE(AgencyType.assessed().stream().collect(Collectors.joining("', '", "FIELD(a.type, '", "')"))),
    STATE("IF(handed_in, 1000, 0) + COALESCE(c.answered, 0) / GREATEST(1, COALESCE(c.applicable, 1))"),
    DUE("COALESCE(d.due_on, '9999-12-31')"),
    ANSWERED("COALESCE(c.answered, 0)"),
    HANDED("COALESCE(s.handed_in_at, '9999-12-31')"),
    LEVEL("IF(handed_in, COALESCE(c.level, 0), -1)");

    private final String sql;

    StandingOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
