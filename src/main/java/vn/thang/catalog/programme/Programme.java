package vn.thang.catalog.programme;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Coverage;
import vn.thang.core.target.Demand;
import vn.thang.core.target.Target;
import vn.thang.core.target.TargetMeasure;
import vn.thang.core.target.Trajectory;

/**
 * The programme: its phases, groups of tasks and targets, without prose.
 *
 * @param decision number of the act that sets it
 * @param issued   day of that act
 * @param groups   codes of the groups of tasks, in order
 * @param coverage how many per cent of the agencies of every type, and of their weight, must have reported for a period to carry
 *                 the value of a target; fixed before the period begins
 */
public record Programme(String id, String version, String decision, LocalDate issued, List<Phase> phases,
        List<String> groups, List<ProgrammeTarget> targets, Fixed<Integer> coverage) {

    /** A phase; its targets are due on the last day. */
    public record Phase(String code, int firstYear, LocalDate due) {
    }

    /**
     * A target of the programme.
     *
     * @param scope     types of agency that count
     * @param level     the official maturity level from which an agency counts; only these targets are computed from
     *                  assessments
     * @param condition what the own figure of an agency must satisfy to be counted
     * @param perAgency a national figure that single agencies report as well
     * @param baseline  where the way begins, if that is known
     * @param steps     what is asked for on days before the due day, each value until the next; empty for a straight way
     */
    public record ProgrammeTarget(String code, Phase phase, String group, Demand demand, TargetMeasure measure,
            Set<String> scope, OptionalInt level, Optional<Demand> condition, boolean perAgency,
            Optional<Trajectory.Point> baseline,
            List<Trajectory.Point> steps) {

        private static final String COUNTRY = "country";

        /** What the own figure of an agency must satisfy for the agency to count as having reached the target. */
        public Demand ofAgency() {
            return measure.ofAgency(demand, condition);
        }

        /** Types of agency whose readings make its value: of a figure of the country, the country itself. */
        public Set<String> reporting() {
            return measure == TargetMeasure.NATIONAL ? Set.of(COUNTRY) : scope;
        }

        /** What is asked of the maturity of agencies; empty for every other target. */
        public Optional<Target> maturity() {
            return level.isEmpty() ? Optional.empty()
                    : demand.share().map(share -> new Target(level.getAsInt(), share));
        }

        /** Where its way begins: at the baseline, otherwise at the first value that is known. */
        public Trajectory.Point begin(Trajectory.Point firstKnown) {
            return baseline.orElse(firstKnown);
        }

        /** The way from there to what is demanded on the due day. */
        public Trajectory way(Trajectory.Point firstKnown) {
            Trajectory.Point begin = begin(firstKnown);
            Trajectory.Point end = new Trajectory.Point(phase.due(), Fraction.of(demand.value()));
            if (steps.isEmpty()) {
                return Trajectory.linear(begin, end);
            }
            List<Trajectory.Point> points = new ArrayList<>(steps);
            if (begin.on().isBefore(steps.get(0).on())) {
                points.add(0, begin);
            }
            points.add(end);
            return new Trajectory(points, true);
        }
    }

    public Programme {
        phases = List.copyOf(phases);
        groups = List.copyOf(groups);
        targets = List.copyOf(targets);
    }

    /** A programme whose bound has always held. */
    public Programme(String id, String version, String decision, LocalDate issued, List<Phase> phases,
            List<String> groups, List<ProgrammeTarget> targets, int coverage) {
        this(id, version, decision, issued, phases, groups, targets, Fixed.of(coverage));
    }

    /** Returns the target with other bounds. */
    Programme with(Fixed<Integer> bounds) {
        return new Programme(id, version, decision, issued, phases, groups, targets, bounds);
    }

    /** How many per cent cover the period that begins on a day. */
    public int coverage(LocalDate begin) {
        return coverage.at(begin);
    }

    public Phase phase(String code) {
        return phases.stream().filter(p -> p.code().equals(code)).findFirst()
                .orElseThrow(() -> new NoSuchElementException(code));
    }

    public ProgrammeTarget target(String code) {
        return targets.stream().filter(t -> t.code().equals(code)).findFirst()
                .orElseThrow(() -> new NoSuchElementException(code));
    }

    /** The targets that are computed from the official maturity levels of agencies. */
    public List<ProgrammeTarget> maturityTargets() {
        return targets.stream().filter(target -> target.level().isPresent()).toList();
    }

    /** From a tree that its schema and {@link ProgrammeRules} have accepted. */
    static Programme of(JsonNode root) {
        List<Phase> phases = new ArrayList<>();
        root.path("phases").forEach(p -> phases.add(new Phase(p.path("code").asText(), p.path("firstYear").asInt(),
                LocalDate.parse(p.path("due").asText()))));
        List<String> groups = new ArrayList<>();
        root.path("groups").forEach(g -> groups.add(g.asText()));
        Programme bare = new Programme(root.path("id").asText(), root.path("version").asText(),
                root.at("/decision/number").asText(), LocalDate.parse(root.at("/decision/date").asText()), phases,
                groups, List.of(), root.path("coverage").asInt(Coverage.ENOUGH));
        List<ProgrammeTarget> targets = new ArrayList<>();
        root.path("targets").forEach(target -> targets.add(bare.target(target)));
        return new Programme(bare.id, bare.version, bare.decision, bare.issued, phases, groups, targets,
                bare.coverage);
    }

    private ProgrammeTarget target(JsonNode target) {
        Set<String> scope = new LinkedHashSet<>();
        target.path("scope").forEach(type -> scope.add(type.asText()));
        JsonNode condition = target.path("condition");
        return new ProgrammeTarget(target.path("code").asText(), phase(target.path("phase").asText()),
                target.path("group").asText(), demand(target), TargetMeasure.of(target.path("measure").asText()),
                Set.copyOf(scope),
                target.has("level") ? OptionalInt.of(target.path("level").asInt()) : OptionalInt.empty(),
                condition.isMissingNode() ? Optional.empty() : Optional.of(demand(condition)),
                target.path("perAgency").asBoolean(),
                target.has("baseline") ? Optional.of(point(target.path("baseline"))) : Optional.empty(),
                points(target.path("trajectory")));
    }

    private static List<Trajectory.Point> points(JsonNode list) {
        List<Trajectory.Point> points = new ArrayList<>();
        list.forEach(node -> points.add(point(node)));
        return List.copyOf(points);
    }

    private static Trajectory.Point point(JsonNode node) {
        return new Trajectory.Point(LocalDate.parse(node.path("on").asText()),
                Fraction.of(node.path("value").decimalValue()));
    }

    private static Demand demand(JsonNode node) {
        return new Demand(Demand.Relation.of(node.path("comparator").asText()), node.path("value").decimalValue(),
                Demand.Unit.of(node.path("unit").asText()));
    }
}
