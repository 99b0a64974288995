package vn.thang.dashboard.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.thang.core.model.Fraction;
import vn.thang.core.review.ErrorSample;

/** What audit samples say about the results of rounds: the newest sample of the country that is judged to its end counts. */
@ApplicationScoped
public class SampledErrors {

    /** The bound beside a figure is always that at 95 %, whatever the auditor wanted. */
    private static final double CONFIDENCE = 0.95;
    private static final String PARTS = """
            SELECT m.round_id AS round, t.population, t.size,
                (SELECT COUNT(*) FROM audit_case c WHERE c.sample_id = m.id AND c.stratum = t.name
                    AND NOT c.found <=> c.value) AS wrong
            FROM audit_sample m JOIN agency a ON a.id = m.agency_id AND a.parent_id IS NULL
            JOIN audit_stratum t ON t.sample_id = m.id
            WHERE m.id IN (SELECT MAX(n.id) FROM audit_sample n JOIN agency b ON b.id = n.agency_id AND b.parent_id IS NULL
                WHERE n.round_id IN (<rounds>) AND NOT EXISTS (SELECT 1 FROM audit_case o
                    WHERE o.sample_id = n.id AND o.judged_at IS NULL) GROUP BY n.round_id)""";

    @Inject
    private Jdbi jdbi;

    private record Part(long round, long population, int size, int wrong) {

        private ErrorSample sample() {
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
    }

    /** Finds what is known of the results of these rounds; nothing unless each of them has a sample. */
    Optional<Rate> of(Collection<Long> rounds) {
        if (rounds.isEmpty()) {
            return Optional.empty();
        }
        List<Part> parts = jdbi.withHandle(sql -> sql.createQuery(PARTS).bindList("rounds", rounds).mapTo(Part.class)
                .list());
        if (parts.stream().map(Part::round).distinct().count() < rounds.stream().distinct().count()) {
            return Optional.empty();
        }
        List<ErrorSample> samples = parts.stream().map(Part::sample).toList();
        Fraction wrong = Fraction.ZERO;
        long most = 0;
        long population = 0;
        for (ErrorSample sample : samples) {
            wrong = wrong.plus(Fraction.of(sample.wrong()).times(sample.population()).dividedBy(sample.size()));
            most += sample.most(CONFIDENCE);
            population += sample.population();
        }
        return Optional.of(new Rate(wrong.dividedBy(population), Fraction.of(most, population), samples.size() == 1));
    }
}
