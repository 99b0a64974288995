package vn.thang.data.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.course.ResultStanding;
import vn.thang.assessment.course.Shown;
import vn.thang.assessment.score.AssessmentInputs;
import vn.thang.assessment.score.RoundInputs;
import vn.thang.assessment.score.ScoredAssessment;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.scoring.Answer;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.Counted;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.Inputs;
import vn.thang.core.scoring.NodeScore;
import vn.thang.core.scoring.Scorecard;
import vn.thang.core.scoring.Scoring;
import vn.thang.data.Asked;
import vn.thang.data.Batch;
import vn.thang.data.DataSight;
import vn.thang.data.RegisterRows;
import vn.thang.platform.BusinessException;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Rounds with their results, for programs: computed by the code that computes pages and workbooks, at most some hundred agencies at once. */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class RoundData {

    /** Of an index. */
    static final int DIGITS = 10;
    static final int ROUGH = 1;
    public static final String WHOLE = "whole";

    @Inject
    private RegisterRows rows;

    @Inject
    private RoundInputs inputs;

    @Inject
    private Catalog catalog;

    @Inject
    private DataSight sight;

    @Inject
    private Clock clock;

    /** Lists the rounds that have begun, the oldest first. */
    @Requires(Permission.EXPORT)
    public Batch<RoundRow> rounds(Asked asked) {
        return sight.told("rounds", asked, Batch.whole(rows.rounds().stream().map(RoundData::row).toList()));
    }

    private static RoundRow row(RegisterRows.Round round) {
        return new RoundRow(round.code(), round.name(), round.modelRef(), round.opensOn(), round.dueOn(),
                round.state().name(), ResultStanding.of(round.state()).name(), round.rehearsal(),
                round.scope() == null ? List.of() : List.of(round.scope().split(" ")), round.agencies(),
                round.handedIn());
    }

    /** Says how far the agencies of a round are, how late, and whom to ask. */
    @Requires(Permission.EXPORT)
    public Batch<HandInRow> handIn(String code, Asked asked) {
        RegisterRows.Round round = round(code);
        LocalDate today = LocalDate.now(clock);
        return sight.told("hand-in " + code, asked, Batch.of(rows.handIn(round.id(), sight.subtrees(), asked, today),
                asked, RegisterRows.HandIn::id, one -> sight.covers(one.path()) ? row(code, one, today) : null));
    }

    private static HandInRow row(String round, RegisterRows.HandIn one, LocalDate today) {
        boolean undated = one.handedInOn() == null && one.state().isHandedIn();
        Long late = undated ? null : Long.valueOf(Math.max(0,
                ChronoUnit.DAYS.between(one.dueOn(), one.handedInOn() == null ? today : one.handedInOn())));
        return new HandInRow(round, one.code(), one.type(), one.parent(), one.state().name(), one.answered(),
                one.applicable(), one.dueOn(), one.handedInOn(), one.state().isHandedIn(),
                undated ? "undated" : one.handedInOn() == null ? late > 0 ? "overdue" : "waiting"
                        : late > 0 ? "late" : "in-time",
                late, one.submitter(), one.contacts() == null ? List.of() : List.of(one.contacts().split("\n")));
    }

    /** Returns the results of agencies that have submitted, for the whole and every dimension, as they count in all figures. */
    @Requires(Permission.EXPORT)
    public Batch<ResultRow> results(String code, Asked asked) {
        RegisterRows.Round round = round(code);
        MaturityModel model = catalog.model(round.modelRef());
        List<AssessmentInputs> page = page(round, asked);
        return sight.told("results " + code, asked, new Batch<>(page.stream()
                .filter(one -> sight.covers(one.agencyPath()))
                .flatMap(one -> results(round, model, one.counted())).toList(),
                Batch.next(page, asked, AssessmentInputs::id)));
    }

    /** Returns the answers of agencies that have submitted, in all columns. */
    @Requires(Permission.EXPORT)
    public Batch<AnswerRow> answers(String code, Asked asked) {
        RegisterRows.Round round = round(code);
        MaturityModel model = catalog.model(round.modelRef());
        List<AssessmentInputs> page = page(round, asked);
        CourseSight course = sight.course();
        List<AnswerRow> answers = page.stream().filter(one -> sight.covers(one.agencyPath()))
                .map(one -> course.shows(Shown.VERDICTS, one.id(), one.state(), one.agencyPath()) ? one
                        : one.unjudged())
                .flatMap(one -> answers(round, model, one)).toList();
        return sight.told("answers " + code, asked, new Batch<>(answers, Batch.next(page, asked, AssessmentInputs::id),
                answers.stream().filter(one -> model.criterion(one.criterion()).restricted()).count(), null));
    }

    private List<AssessmentInputs> page(RegisterRows.Round round, Asked asked) {
        return inputs.page(round.id(), round.modelRef(), sight.subtrees(), asked.since(), asked.after(), asked.most());
    }

    private RegisterRows.Round round(String code) {
        return rows.round(code).orElseThrow(() -> new BusinessException.NotFound("report.unknown-round", code));
    }

    private Stream<ResultRow> results(RegisterRows.Round round, MaturityModel model, AssessmentInputs one) {
        Map<String, CriterionInput> known = one.forWhole(model);
        Scorecard official = Scoring.score(model, Inputs.answers(model, known, Column.OFFICIAL));
        Scorecard declared = Scoring.score(model, Inputs.answers(model, known, Column.DECLARED));
        boolean reads = sight.restricted().covers(one.agencyPath());
        String confidence = ScoredAssessment.Shares.of(model, known, one.readings()).confidence().name();
        return model.whole().withBelow().stream()
                .map(node -> result(round, model, one, node, official.node(node.code()),
                        declared.node(node.code()), reads || !node.restricts(), confidence));
    }

    private static ResultRow result(RegisterRows.Round round, MaturityModel model, AssessmentInputs one,
            Dimension node, NodeScore official, NodeScore declared, boolean exact, String confidence) {
        boolean whole = node.code().isEmpty();
        boolean level = !whole || model.hasLevel();
        boolean index = !whole || model.hasIndex();
        return new ResultRow(round.code(), one.agencyCode(), one.agencyType(), whole ? WHOLE : node.code(),
                level ? level(official) : null, index ? index(official, exact) : null,
                index ? exact(official, exact) : null, level ? level(declared) : null,
                index ? index(declared, exact) : null, index ? exact(declared, exact) : null, official.counts(),
                official.weight(), exact && !official.exempt() ? reached(official) : List.of(),
                ResultStanding.of(round.state()).name(), confidence);
    }

    private static Integer level(NodeScore score) {
        return score.exempt() ? null : Integer.valueOf(score.level());
    }

    /** What is not shown exactly has one decimal, so that no difference of two figures gives an answer away. */
    private static BigDecimal index(NodeScore score, boolean exact) {
        return score.exempt() ? null : score.index().toDecimal(exact ? DIGITS : ROUGH);
    }

    private static String exact(NodeScore score, boolean exact) {
        return score.exempt() || !exact ? null : written(score.index());
    }

    private static String written(Fraction fraction) {
        return fraction.numerator() + "/" + fraction.denominator();
    }

    private static List<Long> reached(NodeScore score) {
        return IntStream.rangeClosed(1, score.shares().size()).mapToObj(level -> Long.valueOf(score.reached(level)))
                .toList();
    }

    private Stream<AnswerRow> answers(RegisterRows.Round round, MaturityModel model, AssessmentInputs one) {
        boolean reads = sight.restricted().covers(one.agencyPath());
        return model.dimensions().stream().flatMap(dimension -> MaturityModel.criteriaBelow(dimension).values().stream()
                .filter(criterion -> criterion.appliesTo(one.agencyType()))
                .filter(criterion -> reads || !criterion.restricted())
                .map(criterion -> answer(round, one, dimension, criterion)));
    }

    private static AnswerRow answer(RegisterRows.Round round, AssessmentInputs one, Dimension dimension,
            Criterion criterion) {
        CriterionInput input = one.inputs().get(criterion.code());
        Optional<Counted> official = Inputs.of(criterion, input, Column.OFFICIAL);
        return new AnswerRow(round.code(), one.agencyCode(), one.agencyType(), dimension.code(), criterion.code(),
                written(input == null ? null : input.declared()),
                written(Inputs.of(criterion, input, Column.SUPPORTED).map(Counted::answer).orElse(null)),
                input == null ? null : input.measured(), written(input == null ? null : input.confirmed()),
                written(official.map(Counted::answer).orElse(null)),
                official.map(counted -> counted.cause().code()).orElse(null),
                ResultStanding.of(round.state()).name());
    }

    private static String written(Answer answer) {
        return answer == null ? null : answer.told();
    }
}
