package vn.thang.indicator.denominator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import vn.thang.catalog.programme.Indicator;
import vn.thang.organisation.agency.AgencyWords;
import vn.thang.organisation.agency.FormerSelves;
import vn.thang.organisation.agency.Lasting;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** All denominators that the ministry has set, round by round, and which of them are frozen. */
@ApplicationScoped
public class Denominators {

    private static final String ROUND = """
            SELECT id, code, name, opens_on, state IN ('PUBLISHED', 'WITHDRAWN') AS published FROM assessment_round WHERE code = :code
            """;
    private static final String NEWEST = """
            d.id = (
                SELECT MAX(n.id) FROM denominator n
                WHERE n.round_id = d.round_id AND n.indicator = d.indicator AND n.agency_id = d.agency_id)
            """;
    private static final String EXISTS = Lasting.since("a", ":day");
    private static final String AMOUNTS = """
            SELECT d.indicator, d.agency_id AS agency, d.amount FROM denominator d
            WHERE d.round_id = :round AND d.amount IS NOT NULL AND %s""".formatted(NEWEST);
    private static final String COUNTS = """
            SELECT d.indicator AS `of`, COUNT(*) AS number FROM denominator d
            WHERE d.round_id = :round AND d.amount IS NOT NULL AND %s
            GROUP BY d.indicator""".formatted(NEWEST);
    private static final String SET = """
            FROM agency a
            LEFT JOIN denominator d ON d.agency_id = a.id AND d.round_id = :round AND d.indicator = :indicator AND %s
            LEFT JOIN person p ON p.id = d.set_by
            """.formatted(NEWEST);
    private static final String LINES = """
            SELECT a.code, a.name, a.name_en, d.amount, p.full_name AS `by`, d.set_at AS `at`
            """ + SET;
    private static final String FROZEN = """
            SELECT d.indicator, r.id AS round, r.opens_on, d.agency_id AS agency, d.amount FROM denominator_freeze f
            JOIN assessment_round r ON r.id = f.round_id
            JOIN denominator d ON d.round_id = f.round_id AND d.indicator = f.indicator
            WHERE f.indicator IN (<indicators>) AND NOT r.rehearsal AND d.amount IS NOT NULL AND %s
            ORDER BY r.opens_on DESC, r.id DESC""".formatted(NEWEST);
    /** An agency that was divided goes on in none. */
    private static final String MERGED = """
            SELECT s.id AS successor, s.valid_from AS begins, a.id AS predecessor, a.valid_to AS ended
            FROM agency_predecessor p
            JOIN agency s ON s.id = p.agency_id
            JOIN agency a ON a.id = p.predecessor_id AND a.valid_to IS NOT NULL
            WHERE\s""" + FormerSelves.entirely();

    @Inject
    private Jdbi jdbi;

    private record Count(String of, long number) {
    }

    /** A round as far as denominators need it. */
    public record Of(long id, String code, String name, LocalDate opensOn, boolean published) {
    }

    /** By whom and when a freeze was made. */
    record Freeze(String indicator, String by, Instant at) {
    }

    /** The round with its row locked: whoever sets and whoever freezes wait for each other. */
    public Of locked(String code) {
        return round(code, ROUND + "FOR UPDATE");
    }

    public Of round(String code) {
        return round(code, ROUND);
    }

    private Of round(String code, String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).bind("code", code).mapTo(Of.class).findOne())
                .orElseThrow(() -> new BusinessException.NotFound("round.unknown", code));
    }

    /** By indicator. */
    public Map<String, Freeze> freezes(long round) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT f.indicator, p.full_name AS `by`, f.frozen_at AS `at` FROM denominator_freeze f
                LEFT JOIN person p ON p.id = f.frozen_by
                WHERE f.round_id = :round""").bind("round", round).mapTo(Freeze.class)
                .collect(Collectors.toMap(Freeze::indicator, freeze -> freeze)));
    }

    /** How many agencies have one, by indicator. */
    Map<String, Long> counts(long round) {
        return jdbi.withHandle(sql -> sql.createQuery(COUNTS).bind("round", round).mapTo(Count.class)
                .collect(Collectors.toMap(Count::of, Count::number)));
    }

    /** How many agencies of the types there are on a day or on a later one. */
    Map<String, Long> agencies(LocalDate day) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT a.type AS `of`, COUNT(*) AS number FROM agency a WHERE %s GROUP BY a.type""".formatted(EXISTS))
                .bind("day", day).mapTo(Count.class).collect(Collectors.toMap(Count::of, Count::number)));
    }

    /** What holds now in a round: amounts by indicator and agency. */
    public Map<String, Map<Long, BigDecimal>> amounts(long round) {
        return jdbi.withHandle(sql -> sql.createQuery(AMOUNTS).bind("round", round).mapTo(Setting.class)
                .collect(
                        Collectors.groupingBy(Setting::indicator, Collectors.toMap(Setting::agency, Setting::amount))));
    }

    /** A page of the agencies in scope that are there on the day or on a later one; two statements however many there are. */
    Slice<DenominatorLine> list(long round, Indicator indicator, DenominatorFilter filter, LocalDate day,
            Cut<DenominatorOrder> cut) {
        String where = "WHERE a.type IN (<types>) AND " + EXISTS + (filter.unset() ? " AND d.amount IS NULL" : "")
                + AgencyWords.condition(filter.words());
        return jdbi.withHandle(sql -> Slice.of(
                asked(sql.createQuery("SELECT COUNT(*) " + SET + where), round, indicator, filter, day)
                        .mapTo(Long.class).one(),
                cut, (size, offset) -> asked(sql.createQuery(LINES + where + " ORDER BY " + cut.sql("a.code")
                        + " LIMIT :size OFFSET :offset"), round, indicator, filter, day).bind("size", size)
                        .bind("offset", offset).mapTo(DenominatorLine.class).list()));
    }

    private static Query asked(Query query, long round, Indicator indicator, DenominatorFilter filter, LocalDate day) {
        return query.bind("round", round).bind("indicator", indicator.code())
                .bindList("types", List.copyOf(indicator.scope())).bind("day", day)
                .bindMap(AgencyWords.arguments(filter.words()));
    }

    /** Another row for each: round, indicator, agency, amount. */
    public void add(long round, List<Setting> settings, Long person, Instant now) {
        jdbi.useHandle(sql -> {
            PreparedBatch insert = sql.prepareBatch("""
                    INSERT INTO denominator (round_id, indicator, agency_id, amount, set_by, set_at)
                    VALUES (:round, :indicator, :agency, :amount, :person, :now)""");
            settings.forEach(one -> insert.bind("round", round).bind("indicator", one.indicator())
                    .bind("agency", one.agency()).bind("amount", one.amount()).bind("person", person).bind("now", now)
                    .add());
            insert.execute();
        });
    }

    /** @param amount null for none any more */
    public record Setting(String indicator, long agency, BigDecimal amount) {
    }

    /** Takes everything away that was set for a round which is removed. */
    public void remove(long round) {
        jdbi.useHandle(sql -> {
            sql.createUpdate("DELETE FROM denominator WHERE round_id = :round").bind("round", round).execute();
            sql.createUpdate("DELETE FROM denominator_freeze WHERE round_id = :round").bind("round", round).execute();
        });
    }

    void freeze(long round, String indicator, Long person, Instant now) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                INSERT INTO denominator_freeze (round_id, indicator, frozen_by, frozen_at)
                VALUES (:round, :indicator, :person, :now)""").bind("round", round).bind("indicator", indicator)
                .bind("person", person).bind("now", now).execute());
    }

    /** Everything that is frozen for some indicators, by two statements; by none when there are no such indicators. */
    public FrozenDenominators frozen(Collection<String> indicators) {
        return indicators.isEmpty() ? FrozenDenominators.NONE
                : new FrozenDenominators(
                        jdbi.withHandle(sql -> sql.createQuery(FROZEN).bindList("indicators", List.copyOf(indicators))
                                .mapTo(FrozenDenominators.Frozen.class).list()),
                        jdbi.withHandle(
                                sql -> sql.createQuery(MERGED).mapTo(FrozenDenominators.Merged.class).list()));
    }
}
