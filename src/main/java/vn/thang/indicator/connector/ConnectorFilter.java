package vn.thang.indicator.connector;

import java.util.Map;
import java.util.stream.Stream;
import vn.thang.indicator.fetching.ConnectorKind;
import vn.thang.platform.GivenText;

/**
 * Which connectors a list shows; null means all.
 *
 * @param words part of the code, the name or the address
 */
public record ConnectorFilter(String words, ConnectorKind kind, Standing standing) {

    public static final ConnectorFilter ALL = new ConnectorFilter(null, null, null);

    /** How a connector fares. */
    public enum Standing {
        FAILING("c.active AND c.failures > 0"), WORKING("c.active AND c.failures = 0"), INACTIVE("NOT c.active");

        private final String condition;

        Standing(String condition) {
            this.condition = condition;
        }
    }

    /** From the parameters of an address; what there is none of counts as not given. */
    public static ConnectorFilter of(Map<String, String> asked) {
        return new ConnectorFilter(GivenText.orNull(asked.get("q")),
                Stream.of(ConnectorKind.values()).filter(one -> one.name().equals(asked.get("kind"))).findFirst()
                        .orElse(null),
                Stream.of(Standing.values()).filter(one -> one.name().equals(asked.get("state"))).findFirst()
                        .orElse(null));
    }

    /** A condition on connector c with the parameters words and kind. */
    String condition() {
        return "(:words IS NULL OR LOCATE(:words, c.name) > 0 OR LOCATE(:words, c.code) > 0 OR LOCATE(:words, c.address) > 0)"
                + " AND (:kind IS NULL OR c.kind = :kind)" + (standing == null ? "" : " AND " + standing.condition);
    }
}
