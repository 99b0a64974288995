package vn.thang.organisation.agency.directory;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.list.Cut;

/** The orders of the directory of agencies. */
public enum AgencyOrder implements Cut.Order {
    NAME("a.name"),
    CODE("a.code"),
    TYPE(Stream.of(AgencyType.values()).map(AgencyType::key)
            .collect(Collectors.joining("', '", "FIELD(a.type, '", "')"))),
    PARENT("p.name"),
    FROM("a.valid_from"),
    TO("a.valid_to");

    private final String sql;

    AgencyOrder(String sql) {
        this.sql = sql;
    }

    @Override
    public String sql() {
        return sql;
    }
}
