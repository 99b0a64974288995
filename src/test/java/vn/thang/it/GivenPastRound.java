package vn.thang.it;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A round that a test adds past the procedure, as the round of 2025 went, told as a sentence:
 * {@code aPastRound("T1").due(day).answeredByOneIn(10).atLevel(1).published()}.
 */
public final class GivenPastRound {

    private final ContainerFixture fixture;
    private final String code;
    private LocalDate due = LocalDate.of(2026, 6, 30);
    private boolean rehearsal;
    private int oneIn = 1;
    private Integer level;
    private List<String> types = List.of("ministry", "ministerial-agency", "government-agency", "province");

    GivenPastRound(ContainerFixture fixture, String code) {
        this.fixture = fixture;
        this.code = code;
    }

    public GivenPastRound due(LocalDate day) {
        this.due = day;
        return this;
    }

    public GivenPastRound asRehearsal() {
        this.rehearsal = true;
        return this;
    }

    /** Only one agency of so many handed in. */
    public GivenPastRound answeredByOneIn(int agencies) {
        this.oneIn = agencies;
        return this;
    }

    /** Everybody who handed in stands at this level. */
    public GivenPastRound atLevel(int reached) {
        this.level = reached;
        return this;
    }

    public GivenPastRound of(String... asked) {
        this.types = List.of(asked);
        return this;
    }

    /** Adds the round with the results published. */
    public void published() {
        add("PUBLISHED", "PUBLISHED");
    }

    /** Adds the round while it runs. */
    public void running() {
        add("OPEN", "HANDED_IN");
    }

    private void add(String state, String handedIn) {
        fixture.sql("INSERT INTO assessment_round (id, code, name, model_id, model_version, opens_on, due_on, state,"
                + " version, rehearsal) SELECT NEXTVAL(assessment_round_seq), ?1, CONCAT('Đợt ', ?1), model_id,"
                + " model_version, ?2, ?3, ?4, 0, ?5 FROM assessment_round WHERE code = '2025'", code,
                Date.valueOf(due.minusMonths(3)), Date.valueOf(due), state, rehearsal);
        String round = "(SELECT id FROM assessment_round WHERE code = '" + code + "')";
        List<String> quoted = new ArrayList<>();
        types.forEach(type -> {
            fixture.sql("INSERT INTO round_scope (round_id, agency_type) VALUES (" + round + ", ?1)", type);
            quoted.add("'" + type + "'");
        });
        String before = " FROM assessment s JOIN assessment_round r ON r.id = s.round_id AND r.code = '2025'"
                + " JOIN agency a ON a.id = s.agency_id AND a.type IN (" + String.join(", ", quoted) + ")";
        fixture.sql("INSERT INTO assessment (id, round_id, agency_id, state, handed_in_at, published_at, version)"
                + " SELECT NEXTVAL(assessment_seq), " + round
                + ", x.agency_id, IF(MOD(x.nth, ?1) = 0, ?2, 'NOT_STARTED'),"
                + " IF(MOD(x.nth, ?1) = 0, NOW(6), NULL), NULL, 0 FROM (SELECT s.agency_id, ROW_NUMBER()"
                + " OVER (PARTITION BY a.type ORDER BY a.code DESC) AS nth" + before + ") x", oneIn, handedIn);
        String now = before + " JOIN assessment n ON n.agency_id = s.agency_id AND n.round_id = " + round
                + " AND n.state <> 'NOT_STARTED'";
        String shown = level == null ? "c.level" : String.valueOf(level);
        fixture.sql("INSERT INTO assessment_score (assessment_id, level, index_value, declared_level, declared_index,"
                + " answered, applicable, evidenced, computed_at) SELECT n.id, " + shown + ", c.index_value,"
                + " c.declared_level, c.declared_index, c.answered, c.applicable, c.evidenced, NOW(6)" + now
                + " JOIN assessment_score c ON c.assessment_id = s.id");
        fixture.sql("INSERT INTO node_score (assessment_id, node, level, index_value) SELECT n.id, c.node, " + shown
                + ", c.index_value" + now + " JOIN node_score c ON c.assessment_id = s.id");
    }
}
