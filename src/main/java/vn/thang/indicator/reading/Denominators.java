package vn.thang.indicator.reading;

import static vn.thang.indicator.reading.Statements.places;
import static vn.thang.indicator.reading.Statements.utc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Slice;

/** All denominators that the ministry has set, round by round, and which of them are frozen. */
@ApplicationScoped
public class Denominators {

    private static final String NEWEST = "d.id = (SELECT MAX(n.id) FROM denominator n WHERE n.round_id = d.round_id AND n.indicator = d.indicator"
            + " AND n.agency_id = d.agency_id)";
    private static final String EXISTS = "(a.valid_to IS NULL OR a.valid_to >= ?)";

    @Inject
    private Statements statements;

    /** A round as far as denominators need it. */
    public record Of(long id, String code, String name, LocalDate opensOn, boolean published) {
    }

    /** By whom and when a freeze was made. */
    record Freeze(String indicator, String by, Instant at) {
    }

    /** The round with its row locked: whoever sets and whoever freezes wait for each other. */
    public Of locked(String code) {
        return round(code, " FOR UPDATE");
    }

    public Of round(String code) {
        return round(code, "");
    }

    private Of round(String code, String lock) {
        return statements.first("SELECT id, code, name, opens_on, state = 'PUBLISHED' FROM assessment_round WHERE code = ?" + lock, List.of(code == null ? "" : code),
                row -> new Of(row.getLong(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class), row.getBoolean(5)))
                .orElseThrow(() -> new BusinessException.NotFound("round.unknown", code));
    }

    /** By indicator. */
    public Map<String, Freeze> freezes(long round) {
        Map<String, Freeze> freezes = new HashMap<>();
        statements.list("SELECT f.indicator, p.full_name, f.frozen_at FROM denominator_freeze f LEFT JOIN person p ON p.id = f.frozen_by WHERE f.round_id = ?",
                List.of(round), row -> new Freeze(row.getString(1), row.getString(2), Statements.moment(row, 3))).forEach(one -> freezes.put(one.indicator(), one));
        return freezes;
    }

    /** How many agencies have one, by indicator. */
    Map<String, Long> counts(long round) {
        Map<String, Long> counts = new HashMap<>();
        statements.list("SELECT d.indicator, COUNT(*) FROM denominator d WHERE d.round_id = ? AND d.amount IS NOT NULL AND " + NEWEST + " GROUP BY d.indicator",
                List.of(round), row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /** How many agencies of the types there are on a day. */
    Map<String, Long> agencies(LocalDate day) {
        Map<String, Long> counts = new HashMap<>();
        statements.list("SELECT a.type, COUNT(*) FROM agency a WHERE " + EXISTS + " GROUP BY a.type", List.of(day), row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /** What holds now in a round: amounts by indicator and agency. */
    public Map<String, Map<Long, BigDecimal>> amounts(long round) {
        Map<String, Map<Long, BigDecimal>> amounts = new HashMap<>();
        statements.list("SELECT d.indicator, d.agency_id, d.amount FROM denominator d WHERE d.round_id = ? AND d.amount IS NOT NULL AND " + NEWEST, List.of(round),
                row -> amounts.computeIfAbsent(row.getString(1), code -> new HashMap<>()).put(row.getLong(2), row.getBigDecimal(3)));
        return amounts;
    }

    /** A page of the agencies in scope, by code; two statements however many there are. */
    Slice<DenominatorLine> list(long round, String indicator, Collection<String> types, String words, LocalDate day, int page) {
        List<Object> arguments = new ArrayList<>(types);
        arguments.add(day);
        String where = " WHERE a.type IN (" + places(types.size()) + ") AND " + EXISTS + AgencyWords.condition(words, arguments);
        long total = statements.count("SELECT COUNT(*) FROM agency a" + where, arguments);
        int shown = Slice.existing(page, total);
        List<Object> all = new ArrayList<>(List.of(round, indicator));
        all.addAll(arguments);
        all.addAll(List.of(Slice.SIZE, Slice.offset(shown)));
        return new Slice<>(statements.list("SELECT a.code, a.name, d.amount, p.full_name, d.set_at, a.name_en FROM agency a LEFT JOIN denominator d ON d.agency_id = a.id"
                + " AND d.round_id = ? AND d.indicator = ? AND " + NEWEST + " LEFT JOIN person p ON p.id = d.set_by" + where + " ORDER BY a.code LIMIT ? OFFSET ?", all,
                row -> new DenominatorLine(row.getString(1), row.getString(2), row.getString(6), row.getBigDecimal(3), row.getString(4), Statements.moment(row, 5))), total, shown);
    }

    /** Another row for each: round, indicator, agency, amount. */
    public void add(long round, List<Setting> settings, Long person, Instant now) {
        statements.insert("denominator (round_id, indicator, agency_id, amount, set_by, set_at)", settings.stream()
                .map(one -> Arrays.asList(round, one.indicator(), one.agency(), one.amount(), person, utc(now))).toList());
    }

    /** @param amount null for none any more */
    public record Setting(String indicator, long agency, BigDecimal amount) {
    }

    void freeze(long round, String indicator, Long person, Instant now) {
        statements.write("INSERT INTO denominator_freeze (round_id, indicator, frozen_by, frozen_at) VALUES (?, ?, ?, ?)",
                Arrays.asList(round, indicator, person, utc(now)));
    }

    /** Everything that is frozen for some indicators, by one statement; by none when there are no such indicators. */
    public FrozenDenominators frozen(Collection<String> indicators) {
        return indicators.isEmpty() ? FrozenDenominators.NONE : new FrozenDenominators(statements.list("SELECT d.indicator, r.id, r.opens_on, d.agency_id, d.amount"
                + " FROM denominator_freeze f JOIN assessment_round r ON r.id = f.round_id JOIN denominator d ON d.round_id = f.round_id AND d.indicator = f.indicator"
                + " WHERE f.indicator IN (" + places(indicators.size()) + ") AND d.amount IS NOT NULL AND " + NEWEST + " ORDER BY r.opens_on DESC, r.id DESC", indicators,
                row -> new FrozenDenominators.Frozen(row.getString(1), row.getLong(2), row.getObject(3, LocalDate.class), row.getLong(4), row.getBigDecimal(5))));
    }
}
