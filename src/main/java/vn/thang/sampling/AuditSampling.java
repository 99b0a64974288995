package vn.thang.sampling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.thang.assessment.form.RestrictedReading;
import vn.thang.assessment.round.RoundName;
import vn.thang.assessment.round.Rounds;
import vn.thang.assessment.ruling.SampleDraw;
import vn.thang.assessment.score.AssessmentInputs;
import vn.thang.assessment.score.RoundInputs;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.review.ErrorSample;
import vn.thang.core.scoring.Column;
import vn.thang.core.scoring.Counted;
import vn.thang.core.scoring.CriterionInput;
import vn.thang.core.scoring.Inputs;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.platform.Sha256;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Reach;
import vn.thang.security.Requires;

/**
 * Draws audit samples and shows what came of them. An auditor says how sure the result has to be and how many wrong answers can
 * be borne; the size follows, the seed is kept, and whoever has it draws the same.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class AuditSampling {

    private static final int SEED_BYTES = 8;
    private static final double LEAST_CONFIDENCE = 0.5;
    private static final double MOST_CONFIDENCE = 0.999;
    private static final double LEAST_TOLERABLE = 0.001;
    private static final double MOST_TOLERABLE = 0.5;
    private static final int MOST_ALLOWED = 100;
    private static final int MOST_DRAWN = 5_000;

    @Inject
    private AuditSamples samples;

    @Inject
    private Rounds rounds;

    @Inject
    private RoundInputs inputs;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Catalog catalog;

    @Inject
    private RestrictedReading reading;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<SamplingEvent> events;

    /**
     * What an auditor asks for.
     *
     * @param agency     code of the agency at the top
     * @param confidence in per cent
     * @param tolerable  share of wrong answers that can be borne, in per cent
     * @param seed       null for a random one
     */
    public record Wanted(String round, String agency, String purpose, double confidence, double tolerable, int allowed,
            Division division, String seed) {
    }

    /** A sample with its parts and, once it is judged, what it says. */
    public record Shown(AuditSample sample, List<AuditSample.Stratum> strata, AuditSample.Outcome outcome) {
    }

    /** Lists the rounds from which can be drawn, the newest first. */
    @Requires(Permission.EXPORT)
    public List<RoundName> rounds() {
        return rounds.names();
    }

    /** Draws a sample; answers its number. */
    @Requires(Permission.RECOMMEND)
    public long draw(Wanted wanted) {
        AgencyDetail top = agencies.get(wanted.agency());
        caller.check(Permission.RECOMMEND, top.path());
        checkNumbers(wanted);
        AuditSamples.SampledRound round = samples.round(wanted.round());
        Map<String, Map<String, AuditSamples.Drawn>> whole = population(round, top.path(), wanted.division());
        long population = whole.values().stream().mapToLong(Map::size).sum();
        if (population == 0) {
            throw new BusinessException("sampling.nothing");
        }
        int size = Math.max(ErrorSample.needed(population, wanted.tolerable() / 100, wanted.confidence() / 100,
                wanted.allowed()), whole.size());
        if (size > MOST_DRAWN) {
            throw new BusinessException("sampling.too-many", size, MOST_DRAWN);
        }
        String seed = seed(wanted.seed());
        Map<String, Long> populations = new TreeMap<>();
        whole.forEach((name, part) -> populations.put(name, (long) part.size()));
        List<AuditSamples.Drawn> drawn = new ArrayList<>();
        ErrorSample.divided(populations, size).forEach((name, share) -> SampleDraw
                .draw(seed, whole.get(name).keySet(), share).forEach(code -> drawn.add(whole.get(name).get(code))));
        long id = samples.add(new AuditSamples.Plan(round.id(), top.agency().id(), GivenText.orNull(wanted.purpose()),
                wanted.confidence() / 100, wanted.tolerable() / 100, wanted.allowed(), wanted.division(), seed,
                population), populations, drawn, caller.personId(), clock.instant());
        events.fire(new SamplingEvent.AuditSampleDrawn(id, round.code(), wanted.agency(), seed, population,
                drawn.size()));
        return id;
    }

    /** Every answer that counts and that handed in agencies gave, by part and by a name that can be drawn again. */
    private Map<String, Map<String, AuditSamples.Drawn>> population(AuditSamples.SampledRound round, String path,
            Division division) {
        MaturityModel model = catalog.model(round.model());
        Map<Long, String> firsts = division == Division.PROVINCE ? samples.firsts(round.id()) : Map.of();
        Map<String, Map<String, AuditSamples.Drawn>> whole = new TreeMap<>();
        inputs.each(round.id(), round.model(), path, assessment -> {
            if (assessment.state().isHandedIn()) {
                String stratum = stratum(assessment, division, firsts);
                Map<String, CriterionInput> counted = assessment.counted().inputs();
                for (Criterion criterion : model.forAgencyType(assessment.agencyType()).criteria()) {
                    Inputs.of(criterion, counted.get(criterion.code()), Column.OFFICIAL)
                            .map(Counted::answer).filter(answer -> !answer.exempt())
                            .ifPresent(answer -> whole.computeIfAbsent(stratum, none -> new HashMap<>()).put(
                                    assessment.agencyCode() + "/" + criterion.code(), new AuditSamples.Drawn(stratum,
                                            assessment.id(), criterion.code(), answer.written())));
                }
            }
        });
        return whole;
    }

    private static String stratum(AssessmentInputs assessment, Division division, Map<Long, String> firsts) {
        return switch (division) {
            case WHOLE -> AuditSample.WHOLE;
            case TYPE -> assessment.agencyType();
            case PROVINCE -> firsts.getOrDefault(assessment.id(), AuditSample.WHOLE);
        };
    }

    private static void checkNumbers(Wanted wanted) {
        if (GivenText.orNull(wanted.purpose()) == null) {
            throw new BusinessException("sampling.purpose-missing");
        }
        if (!(wanted.confidence() >= LEAST_CONFIDENCE * 100 && wanted.confidence() <= MOST_CONFIDENCE * 100)) {
            throw new BusinessException("sampling.confidence-wrong");
        }
        if (!(wanted.tolerable() >= LEAST_TOLERABLE * 100 && wanted.tolerable() <= MOST_TOLERABLE * 100)) {
            throw new BusinessException("sampling.tolerable-wrong");
        }
        if (wanted.allowed() < 0 || wanted.allowed() > MOST_ALLOWED) {
            throw new BusinessException("sampling.allowed-wrong", MOST_ALLOWED);
        }
        if (wanted.division() == null) {
            throw new BusinessException("sampling.division-missing");
        }
    }

    private static String seed(String given) {
        String seed = GivenText.orNull(given);
        if (seed == null) {
            byte[] bytes = new byte[SEED_BYTES];
            new SecureRandom().nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }
        if (!seed.matches("[A-Za-z0-9-]{1,40}")) {
            throw new BusinessException("sample.seed");
        }
        return seed;
    }

    /** Lists the samples of agencies that the person may take numbers of. */
    @Requires(Permission.EXPORT)
    public List<AuditSample> list() {
        Reach reach = caller.reach(Permission.EXPORT);
        List<String> paths = new ArrayList<>(reach.subtrees());
        paths.addAll(reach.agencies());
        return samples.list(paths);
    }

    /** Shows a sample. */
    @Requires(Permission.EXPORT)
    public Shown get(long id) {
        AuditSample sample = samples.get(id);
        caller.check(Permission.EXPORT, sample.agencyPath());
        List<AuditSample.Stratum> strata = samples.strata(id);
        return new Shown(sample, strata, sample.complete() ? AuditSample.Outcome.of(sample, strata) : null);
    }

    /** Lists the answers of a sample; restricted ones are hidden from whoever may not see them. */
    @Requires(Permission.EXPORT)
    public Slice<AuditSample.Case> cases(long id, Cut<CaseOrder> cut) {
        AuditSample sample = get(id).sample();
        MaturityModel model = catalog.model(sample.model());
        Reach restricted = caller.reach(Permission.VIEW_RESTRICTED);
        Slice<AuditSample.Case> cases = samples.cases(id, cut);
        reading.shown(cases.rows().stream().filter(one -> model.criterion(one.criterion()).restricted()
                && restricted.covers(one.agencyPath()))
                .collect(Collectors.groupingBy(AuditSample.Case::assessment, Collectors.counting())));
        return cases.map(one -> model.criterion(one.criterion()).restricted()
                && !restricted.covers(one.agencyPath()) ? one.hidden() : one);
    }

    /** Makes the working paper of a sample. */
    @Requires(Permission.EXPORT)
    public byte[] paper(long id, Locale language) {
        Shown shown = get(id);
        byte[] pdf = new WorkingPaper(shown, cases(id, Cut.whole(CaseOrder.DRAWN, false)).rows(),
                language).pdf();
        events.fire(new SamplingEvent.PaperTaken(id, Sha256.hex(pdf)));
        return pdf;
    }
}
