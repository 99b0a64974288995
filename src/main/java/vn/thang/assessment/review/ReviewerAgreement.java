package vn.thang.assessment.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.course.RoundAssessments;
import vn.thang.assessment.course.Shown;
import vn.thang.assessment.round.Round;
import vn.thang.assessment.round.RoundLine;
import vn.thang.assessment.round.Rounds;
import vn.thang.assessment.ruling.SecondReviews;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.AnswerScale;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.Fraction;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.review.Agreement;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Reach;
import vn.thang.security.Requires;

/** How far first and second reviewers of a round agree, and how strict each reviewer is. A national matter. */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class ReviewerAgreement {

    /** From how many answers on something is said of a person. */
    static final int FEWEST = 5;
    private static final int MOST_DIFFERENCES = 200;

    @Inject
    private Caller caller;

    @Inject
    private Rounds rounds;

    @Inject
    private RoundAssessments assessments;

    @Inject
    private SecondReviews seconds;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Catalog catalog;

    /** How the sample was drawn; null before that. */
    public record Drawn(String seed, int size, String by, Instant at) {
    }

    /**
     * How strict a reviewer is.
     *
     * @param againstDeclared mean of the level set minus the level declared, over so many answers; null for too few
     * @param againstOther    mean of the level set minus that of the other reviewer; null for too few
     */
    public record Leniency(String reviewer, int answers, Fraction againstDeclared, int pairs, Fraction againstOther) {
    }

    /** An answer on which the two differ. */
    public record Difference(long assessment, String agencyName, String agencyNameEn, String criterion, String first,
            String firstBy,
            String second, String secondBy,
            String reason) {
    }

    /**
     * What was found.
     *
     * @param parts       by code of the dimension, the whole first with an empty code
     * @param differences the largest first
     */
    public record Report(RoundLine round, Drawn drawn, long sampled, long done, int drawable,
            Map<String, Agreement> parts, List<Leniency> reviewers,
            List<Difference> differences) {
    }

    /** @param roundCode null for the newest round that was opened */
    @Requires(Permission.EXPORT)
    public Report of(String roundCode) {
        caller.check(Permission.EXPORT, agencies.rootPath());
        Round round = rounds.get(
                roundCode != null ? roundCode
                        : rounds.begun().stream()
                                .filter(begun -> catalog.isReadable(begun.modelRef())).map(Round::code).findFirst()
                                .orElse(""));
        MaturityModel model = catalog.model(round.modelRef());
        List<SecondReviews.Judged> judged = seconds.judged(round.id()).stream()
                .filter(one -> isLevel(model, one)).toList();
        SecondReviews.Progress progress = seconds.progress(round.id());
        Reach restricted = caller.reach(Permission.VIEW_RESTRICTED);
        CourseSight sight = CourseSight.of(caller);
        return new Report(assessments.line(round),
                seconds.sample(round.id()).map(one -> new Drawn(one.seed(), one.size(), one.drawnBy(), one.drawnAt()))
                        .orElse(null),
                progress.all(), progress.done(), seconds.drawable(round.id()).size(), parts(model, judged),
                reviewers(round.id(), model, judged),
                judged.stream().filter(one -> !one.first().equals(one.second()) && (restricted.covers(one.agencyPath())
                        || !model.criterion(one.criterion()).restricted())
                        && sight.shows(Shown.VERDICTS, one.assessment(), one.state(), one.agencyPath()))
                        .sorted(Comparator.comparingInt(one -> -Math.abs(level(one.second()) - level(one.first()))))
                        .map(one -> difference(one,
                                sight.shows(Shown.NAMES, one.assessment(), one.state(), one.agencyPath())))
                        .limit(MOST_DIFFERENCES).toList());
    }

    private static Difference difference(SecondReviews.Judged one, boolean names) {
        return new Difference(one.assessment(), one.agencyName(), one.agencyNameEn(), one.criterion(), one.first(),
                names ? one.firstBy() : null, one.second(), names ? one.secondBy() : null, one.reason());
    }

    private static Map<String, Agreement> parts(MaturityModel model, List<SecondReviews.Judged> judged) {
        Map<String, Agreement> parts = new LinkedHashMap<>();
        parts.put("", agreement(judged));
        for (Dimension dimension : model.dimensions()) {
            Set<String> codes = MaturityModel.criteriaBelow(dimension).keySet();
            parts.put(dimension.code(),
                    agreement(judged.stream().filter(one -> codes.contains(one.criterion())).toList()));
        }
        return parts;
    }

    private static Agreement agreement(List<SecondReviews.Judged> judged) {
        return Agreement
                .of(judged.stream().map(one -> new Agreement.Pair(level(one.first()), level(one.second()))).toList());
    }

    /** Whoever judged few answers is not named: the list would tell who judges the agency that is reviewed first. */
    private List<Leniency> reviewers(long roundId, MaturityModel model, List<SecondReviews.Judged> judged) {
        Map<String, Fraction> declared = new TreeMap<>();
        Map<String, Integer> answers = new TreeMap<>();
        for (SecondReviews.Strictness one : seconds.strictness(roundId, model)) {
            answers.put(one.name(), one.answers());
            declared.put(one.name(), Fraction.of(one.shift(), one.answers()));
        }
        Map<String, List<Agreement.Pair>> pairs = new TreeMap<>();
        for (SecondReviews.Judged one : judged) {
            pairs.computeIfAbsent(one.firstBy(), name -> new ArrayList<>())
                    .add(new Agreement.Pair(level(one.second()), level(one.first())));
            pairs.computeIfAbsent(one.secondBy(), name -> new ArrayList<>())
                    .add(new Agreement.Pair(level(one.first()), level(one.second())));
        }
        Set<String> names = new TreeSet<>(answers.keySet());
        names.addAll(pairs.keySet());
        return names.stream().map(name -> {
            Agreement other = Agreement.of(pairs.getOrDefault(name, List.of()));
            int count = answers.getOrDefault(name, 0);
            return new Leniency(name, count, count < FEWEST ? null : declared.get(name), other.pairs(),
                    other.pairs() < FEWEST ? null : other.shift());
        }).filter(one -> one.answers() >= FEWEST || one.pairs() >= FEWEST).toList();
    }

    private static boolean isLevel(MaturityModel model, SecondReviews.Judged one) {
        AnswerScale scale = model.criterion(one.criterion()).scale();
        return scale.ofLevels() && scale.accepts(one.first()) && scale.accepts(one.second());
    }

    private static int level(String value) {
        return Integer.parseInt(value);
    }
}
