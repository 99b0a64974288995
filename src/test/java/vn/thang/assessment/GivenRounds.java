package vn.thang.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import vn.thang.assessment.conduct.RoundAdministration;
import vn.thang.assessment.round.RoundPlan;
import vn.thang.assessment.round.Stage;

/** Rounds that tests add, told as sentences: {@code rounds.aRound("N1").of("province").from(today).until(due).opened()}. */
@ApplicationScoped
public class GivenRounds {

    @Inject
    private RoundAdministration administration;

    public Plan aRound(String code) {
        return new Plan(code);
    }

    /** What is told of one round; the person who acts must be allowed to plan it. */
    public final class Plan {

        private final String code;
        private Set<String> types = Set.of("province");
        private Map<Stage, Integer> days = Stage.usual();
        private LocalDate opensOn;
        private LocalDate dueOn;

        private Plan(String code) {
            this.code = code;
        }

        public Plan of(String... types) {
            this.types = Set.of(types);
            return this;
        }

        public Plan from(LocalDate day) {
            this.opensOn = day;
            return this;
        }

        public Plan until(LocalDate day) {
            this.dueOn = day;
            return this;
        }

        public Plan withDays(Map<Stage, Integer> days) {
            this.days = days;
            return this;
        }

        /** Plans the round. */
        public void planned() {
            administration.create(new RoundPlan(code, "Đợt " + code, "vn-dgm/1.0", opensOn, dueOn, types, days));
        }

        /** Plans the round and opens it, so that every agency of these types has an assessment in it. */
        public void opened() {
            planned();
            administration.open(code, administration.get(code).version());
        }
    }
}
