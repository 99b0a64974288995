package vn.thang.dashboard.missing;

import java.util.stream.Collectors;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.list.Cut;

/** The orders of those who are missing at a target: whoever reported nothing first, then the lowest; or by a column. */
public enum MissingOrder implements Cut.Order {
    LOWEST("n.value IS NOT NULL, n.value"),
    AGENCY("a.name"),
    PARENT("COALESCE(p.name, '')"),
    TYPE(AgencyType.assessed().stream().collect(Collectors.joining("', '", "FIELD(a.type, '", "')"))),
    NOW("COALESCE(n.value, -1)"),
    PARTS("COALESCE(n.denominator, -1)"),
    /** What is left to do; of whom nothing is known stands last both ways. */
    GAP(Steps.LEFT + " IS NULL, GREATEST(0, " + Steps.LEFT + ")");

    /** How much is left to what is demanded of an agency: of parts by their number, of things that are counted by theirs. */
    private static final class Steps {

        static final String LEFT = "IF(:percent, CEILING(:demanded * n.denominator / 100 - n.numerator),"
                + " CEILING(:demanded - n.value))";
    }

    private final String sql;

    MissingOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
