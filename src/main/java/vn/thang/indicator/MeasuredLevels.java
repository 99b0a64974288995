package vn.thang.indicator;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.Indicator;
import vn.thang.core.model.Fraction;

/** What readings say of the criteria of an agency. Whoever asks has looked whether the person may know it. */
@ApplicationScoped
public class MeasuredLevels {

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Inject
    private Catalog catalog;

    @Inject
    private Clock clock;

    /**
     * The measured level of a criterion.
     *
     * @param value         in the unit of the indicator
     * @param numerator     null where it has no parts
     * @param fresh         whether it is young enough; a stale one is shown and not used
     * @param demonstration whether it was made up
     */
    public record Measured(Indicator indicator, String period, BigDecimal value, BigDecimal numerator, BigDecimal denominator, int level, boolean fresh,
            boolean demonstration) {
    }

    private record Known(BigDecimal value, BigDecimal numerator, BigDecimal denominator, boolean demonstration) {
    }

    /** From the newest period for which everything is known; empty where nothing measures the criterion, or nothing has arrived. */
    public Optional<Measured> of(long agency, String criterion) {
        return catalog.indicators().stream().filter(one -> one.link().filter(link -> link.criterion().equals(criterion)).isPresent()).findFirst()
                .flatMap(indicator -> of(agency, indicator));
    }

    private Optional<Measured> of(long agency, Indicator indicator) {
        Set<String> codes = indicator.formula().map(formula -> formula.inputs()).orElse(Set.of(indicator.code()));
        for (Map.Entry<LocalDate, Map<String, Known>> period : newestFirst(agency, List.copyOf(codes)).entrySet()) {
            Map<String, Known> known = period.getValue();
            if (known.keySet().containsAll(codes)) {
                return Optional.of(measured(indicator, new Period(indicator.period(), period.getKey()), known));
            }
        }
        return Optional.empty();
    }

    private Measured measured(Indicator indicator, Period period, Map<String, Known> known) {
        Known own = known.get(indicator.code());
        Map<String, BigDecimal> values = new HashMap<>();
        known.forEach((code, one) -> values.put(code, one.value()));
        BigDecimal value = indicator.formula().map(formula -> formula.value(values)).orElseGet(() -> own.value()).stripTrailingZeros();
        boolean fresh = !period.end().plusDays(indicator.maxAge()).isBefore(LocalDate.now(clock));
        return new Measured(indicator, period.toString(), value, own == null ? null : own.numerator(), own == null ? null : own.denominator(),
                indicator.level(Fraction.of(value)).orElseThrow(), fresh, known.values().stream().anyMatch(Known::demonstration));
    }

    private Map<LocalDate, Map<String, Known>> newestFirst(long agency, List<String> codes) {
        String places = "?" + ", ?".repeat(codes.size() - 1);
        Map<LocalDate, Map<String, Known>> periods = new TreeMap<>(Collections.reverseOrder());
        try (Connection connection = dataSource.getConnection(); PreparedStatement query = connection.prepareStatement(
                "SELECT r.indicator, r.period, r.value, r.numerator, r.denominator, b.way = 'DEMO' FROM reading r JOIN reading_batch b ON b.id = r.batch_id"
                        + " WHERE r.id IN (SELECT MAX(n.id) FROM reading n WHERE n.agency_id = ? AND n.indicator IN (" + places
                        + ") GROUP BY n.indicator, n.period)")) {
            List<Object> arguments = new ArrayList<>(List.of(agency));
            arguments.addAll(codes);
            for (int i = 0; i < arguments.size(); i++) {
                query.setObject(i + 1, arguments.get(i));
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    periods.computeIfAbsent(row.getObject(2, LocalDate.class), period -> new HashMap<>()).put(row.getString(1),
                            new Known(row.getBigDecimal(3), row.getBigDecimal(4), row.getBigDecimal(5), row.getBoolean(6)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return periods;
    }
}
