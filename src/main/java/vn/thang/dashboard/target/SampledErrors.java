package vn.thang.dashboard.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import vn.thang.core.model.Fraction;
import vn.thang.core.review.ErrorSample;
import vn.thang.core.target.Demand;
import vn.thang.core.target.NationalFigure;
import vn.thang.dashboard.round.RoundChoice;

/**
 * What audit samples say about a figure of rounds: of each round the newest sample of the country counts that is judged to its
 * end, was drawn of the results as they are published, and of no other agencies than the figure counts. Where others took part
 * in the round too, the parts of a sample that was divided by type speak for those in scope; a simple one says nothing of them.
 */
@ApplicationScoped
public class SampledErrors {

    /** The bound beside a figure is always that at 95 %, whatever the auditor wanted. */
    private static final double CONFIDENCE = 0.95;
    private static final String PARTS = """
            SELECT m.id AS sample, m.round_id AS round, t.name, t.population, t.size,
                (SELECT COUNT(*) FROM audit_case c WHERE c.sample_id = m.id AND c.stratum = t.name
                    AND NOT c.found <=> c.value) AS wrong
            FROM audit_sample m JOIN agency a ON a.id = m.agency_id AND a.parent_id IS NULL
            JOIN audit_stratum t ON t.sample_id = m.id
            WHERE m.round_id IN (<rounds>)
                AND m.drawn_at >= (SELECT MAX(s.published_at) FROM assessment s WHERE s.round_id = m.round_id)
                AND NOT EXISTS (SELECT 1 FROM audit_case o WHERE o.sample_id = m.id AND o.judged_at IS NULL)
            ORDER BY m.id DESC, t.name""";

    @Inject
    private Jdbi jdbi;

    /** @param name the type of agency, where the sample was divided by type */
    private record Part(long sample, long round, String name, long population, int size, int wrong) {

        private ErrorSample sampled() {
            return new ErrorSample(population, size, wrong);
        }
    }

    /**
     * What was found wrong in samples.
     *
     * @param rate  projected share of wrong answers
     * @param bound the share is at most this at 95 %
     * @param exact whether the bound is exact; the sum of the bounds of parts is rather too high
     */
    public record Rate(Fraction rate, Fraction bound, boolean exact) {

        /** The rate in per cent as it is shown: 100 only where everything is wrong. */
        public BigDecimal shownRate() {
            return Demand.EVERYTHING.shown(rate.times(100), 1);
        }

        /** The bound likewise. */
        public BigDecimal shownBound() {
            return Demand.EVERYTHING.shown(bound.times(100), 1);
        }
    }

    /** Finds what is known of the results that the figure counts; nothing unless each of its rounds has a sample of them. */
    Optional<Rate> of(NationalFigure<RoundChoice> figure) {
        List<Long> rounds = figure.distinct().stream().map(RoundChoice::id).toList();
        if (rounds.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, List<Part>> parts = jdbi.withHandle(sql -> sql.createQuery(PARTS).bindList("rounds", rounds)
                .mapTo(Part.class).collect(Collectors.groupingBy(Part::round)));
        List<ErrorSample> samples = new ArrayList<>();
        for (RoundChoice round : figure.distinct()) {
            List<Part> speaking = speaking(parts.getOrDefault(round.id(), List.of()), round, counted(figure, round));
            if (speaking.isEmpty()) {
                return Optional.empty();
            }
            speaking.forEach(part -> samples.add(part.sampled()));
        }
        return Optional.of(rate(samples));
    }

    /** The types of agency of which the figure counts the results of a round. */
    private static Set<String> counted(NationalFigure<RoundChoice> figure, RoundChoice round) {
        return figure.rounds().entrySet().stream().filter(one -> one.getValue().equals(round)).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The parts of the newest sample of the round that speaks for these types; empty where none does. */
    private static List<Part> speaking(List<Part> ofRound, RoundChoice round, Set<String> types) {
        Map<Long, List<Part>> samples = ofRound.stream()
                .collect(Collectors.groupingBy(Part::sample, LinkedHashMap::new, Collectors.toList()));
        if (types.containsAll(round.scope())) {
            return samples.values().stream().findFirst().orElse(List.of());
        }
        Set<String> came = types.stream().filter(type -> round.types().get(type).came() > 0)
                .collect(Collectors.toSet());
        return samples.values().stream()
                .map(sample -> sample.stream().filter(part -> types.contains(part.name())).toList())
                .filter(sample -> !sample.isEmpty()
                        && sample.stream().map(Part::name).collect(Collectors.toSet()).containsAll(came))
                .findFirst().orElse(List.of());
    }

    private static Rate rate(List<ErrorSample> samples) {
        Fraction wrong = Fraction.ZERO;
        long most = 0;
        long population = 0;
        for (ErrorSample sample : samples) {
            wrong = wrong.plus(Fraction.of(sample.wrong()).times(sample.population()).dividedBy(sample.size()));
            most += sample.most(CONFIDENCE);
            population += sample.population();
        }
        return new Rate(wrong.dividedBy(population), Fraction.of(most, population), samples.size() == 1);
    }
}
