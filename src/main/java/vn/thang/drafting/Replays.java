package vn.thang.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.thang.core.scoring.Replay;
import vn.thang.core.scoring.Unmet;
import vn.thang.organisation.agency.SearchedWords;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;

/** What rounds would have come to by drafts, and the only way to these tables; a draft has one replay, the last. */
@ApplicationScoped
class Replays {

    private static final int MOST_CODES = 400;
    private static final int MOST_UNASKED = 2_000;
    private static final String MOVES = """
            FROM model_replay_move m JOIN agency a ON a.id = m.agency_id
            WHERE m.draft_id = :draft AND a.type = COALESCE(:type, a.type) AND m.rule = COALESCE(:rule, m.rule)
            AND (:way IS NULL OR SIGN(m.to_level - m.from_level) = :way)
            """;

    @Inject
    private Jdbi jdbi;

    private record Known(long id, String code) {
    }

    private record Head(String round, String modelRef, int agencies, String unasked, String broken, Instant madeAt) {
    }

    /**
     * Keeps a replay instead of the one before.
     *
     * @param sight what of the reasons may be told to administrators, who read no restricted answers
     */
    void keep(long draft, long round, Replay replay, ReasonSight sight, Instant now) {
        jdbi.useHandle(sql -> {
            sql.createUpdate("DELETE FROM model_replay WHERE draft_id = :draft").bind("draft", draft).execute();
            sql.createUpdate("""
                    INSERT INTO model_replay (draft_id, round_id, agencies, unasked, broken, made_at)
                    VALUES (:draft, :round, :agencies, :unasked, :broken, :now)""").bind("draft", draft)
                    .bind("round", round)
                    .bind("agencies", replay.agencies())
                    .bind("unasked", cut(String.join(", ", replay.unasked()), MOST_UNASKED))
                    .bind("broken", String.join(" ", replay.broken())).bind("now", now).execute();
            if (!replay.moves().isEmpty()) {
                addMoves(sql, draft, replay.moves(), sight);
            }
        });
    }

    private static void addMoves(Handle sql, long draft, List<Replay.Move> moves, ReasonSight sight) {
        Map<String, Long> agencies = new HashMap<>();
        sql.createQuery("SELECT id, code FROM agency WHERE code IN (<codes>)")
                .bindList("codes", moves.stream().map(Replay.Move::agency).toList()).mapTo(Known.class)
                .forEach(one -> agencies.put(one.code(), one.id()));
        PreparedBatch batch = sql.prepareBatch("""
                INSERT INTO model_replay_move (draft_id, agency_id, from_level, to_level, node, rule, level, children, figures)
                VALUES (:draft, :agency, :from, :to, :node, :rule, :level, :children, :figures)""");
        moves.forEach(
                move -> reason(batch, move, sight).bind("draft", draft).bind("agency", agencies.get(move.agency()))
                        .add());
        batch.execute();
    }

    /** The first condition that fails says why; the page of the scorecard says all of them. */
    private static PreparedBatch reason(PreparedBatch batch, Replay.Move move, ReasonSight sight) {
        batch.bind("from", move.from()).bind("to", move.to()).bind("node", move.node());
        switch (move.by().get(0)) {
            case Unmet.ShareShort share -> because(batch,
                    share.lower() ? ReplayMove.Rule.LOWER : ReplayMove.Rule.SHARE, share.level(),
                    String.join(", ", share.below()),
                    share.reached() + "/" + share.total() + (share.required().strict() ? " ≤ " : " < ")
                            + percent(share.required().basisPoints()));
            case Unmet.CoreBelow core -> because(batch, ReplayMove.Rule.CORE, core.level(), core.child(),
                    core.childLevel() + " < " + core.level());
            case Unmet.GapTooWide gap -> because(batch, ReplayMove.Rule.GAP, gap.level(), gap.child(),
                    gap.childLevel() + " < " + gap.atLeast());
            case Unmet.IndexShort index -> because(batch, ReplayMove.Rule.INDEX, index.level(), "",
                    index.shown(sight.digits(move.node())) + " < " + index.needed().toDecimal(2));
        }
        return sight.hides(move.node()) ? batch.bind("children", "").bind("figures", "") : batch;
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + "%";
    }

    private static void because(PreparedBatch batch, ReplayMove.Rule rule, int level, String children, String figures) {
        batch.bind("rule", rule).bind("level", level).bind("children", cut(children, MOST_CODES))
                .bind("figures", figures);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** The last replay of a draft in numbers; empty where there is none. Three statements. */
    Optional<ReplaySummary> find(long draft) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT r.name AS round, CONCAT(r.model_id, '/', r.model_version) AS model_ref, p.agencies, p.unasked,
                    p.broken, p.made_at
                FROM model_replay p JOIN assessment_round r ON r.id = p.round_id WHERE p.draft_id = :draft""")
                .bind("draft", draft).mapTo(Head.class).findOne()
                .map(head -> new ReplaySummary(head.round(), head.modelRef(), head.agencies(), head.unasked(),
                        head.broken().isEmpty() ? List.of() : List.of(head.broken().split(" ")), head.madeAt(),
                        sql.createQuery("""
                                SELECT from_level AS `from`, to_level AS `to`, COUNT(*) AS agencies
                                FROM model_replay_move WHERE draft_id = :draft GROUP BY from_level, to_level
                                ORDER BY from_level, to_level""").bind("draft", draft)
                                .mapTo(ReplaySummary.Step.class).list(),
                        sql.createQuery("""
                                SELECT node, rule, COUNT(*) AS agencies FROM model_replay_move
                                WHERE draft_id = :draft GROUP BY node, rule ORDER BY agencies DESC, node, rule""")
                                .bind("draft", draft).mapTo(ReplaySummary.ByRule.class).list())));
    }

    /** The agencies that move by a draft; two statements however many there are. */
    Slice<ReplayMove> moves(long draft, ReplayFilter filter, Cut<ReplayOrder> cut) {
        Map<String, Object> bound = new HashMap<>();
        bound.put("draft", draft);
        bound.put("type", filter.type());
        bound.put("rule", filter.rule());
        bound.put("way", filter.way() == null ? null : filter.way() == ReplayFilter.Way.UP ? 1 : -1);
        String words = "";
        if (filter.words() != null) {
            words = " AND (a.code LIKE :words ESCAPE '!' OR " + SearchedWords.in("a.name") + ")";
            bound.put("words", SearchedWords.containing(filter.words()));
        }
        String which = MOVES + words;
        return jdbi.withHandle(sql -> Slice.of(
                sql.createQuery("SELECT COUNT(*) " + which).bindMap(bound).mapTo(Long.class).one(), cut,
                (size, offset) -> sql.createQuery("""
                        SELECT a.id, a.code, a.name, a.type, m.from_level AS `from`, m.to_level AS `to`, m.node, m.rule,
                            m.level, m.children, m.figures
                        """ + which + " ORDER BY " + cut.sql("a.name, a.id") + " LIMIT :size OFFSET :offset")
                        .bindMap(bound).bind("size", size).bind("offset", offset).mapTo(ReplayMove.class).list()));
    }

    /** Types of the agencies that move by a draft. */
    List<String> types(long draft) {
        return jdbi.withHandle(sql -> sql.createQuery("""
                SELECT DISTINCT a.type FROM model_replay_move m JOIN agency a ON a.id = m.agency_id
                WHERE m.draft_id = :draft ORDER BY a.type""").bind("draft", draft).mapTo(String.class)
                .collect(Collectors.toList()));
    }
}
