package vn.thang.dashboard.target;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.thang.catalog.programme.Programme;
import vn.thang.core.target.Status;

/**
 * The answer to the question whether the programme reaches its targets: how many stand how, in all, by phase and by group of
 * tasks, and which do not.
 *
 * @param lines      every target with what is known of it
 * @param whole      all targets of the programme
 * @param phases     in the order of the programme
 * @param groups     all groups of tasks in the order of the programme, those without a target too
 * @param exceptions targets that are off track or at risk, the worst and next due first
 */
public record ProgrammeVerdict(List<TargetLine> lines, Count whole, List<Part> phases, List<Part> groups,
        List<TargetLine> exceptions) {

    /**
     * How many targets have which status.
     *
     * @param weak those that are reached or will probably be, by figures that are weak
     */
    public record Count(Map<Status, Long> byStatus, long weak) {

        static Count of(List<TargetLine> lines) {
            Map<Status, Long> counts = new EnumMap<>(Status.class);
            lines.forEach(line -> counts.merge(line.outlook().status(), 1L, Long::sum));
            return new Count(counts, lines.stream().filter(TargetLine::weaklyGreen).count());
        }

        private long with(Status status) {
            return byStatus.getOrDefault(status, 0L);
        }

        public long all() {
            return byStatus.values().stream().mapToLong(Long::longValue).sum();
        }

        public long achieved() {
            return with(Status.ACHIEVED);
        }

        public long onTrack() {
            return with(Status.ON_TRACK);
        }

        public long atRisk() {
            return with(Status.AT_RISK);
        }

        public long offTrack() {
            return with(Status.OFF_TRACK);
        }

        public long unknown() {
            return with(Status.NO_DATA);
        }

        /** Those of which something came, but not enough. */
        public long few() {
            return with(Status.NOT_ENOUGH_DATA);
        }

        /** Those that are reached, or will probably be. */
        public long expected() {
            return achieved() + onTrack();
        }
    }

    /** A phase or a group of tasks by its code, with the targets in it. */
    public record Part(String code, Count count) {

        /** Whether the programme sets no target there. */
        public boolean bare() {
            return count.all() == 0;
        }
    }

    static ProgrammeVerdict of(Programme programme, List<TargetLine> lines) {
        Function<Predicate<TargetLine>, Count> among = which -> Count.of(lines.stream().filter(which).toList());
        return new ProgrammeVerdict(lines, Count.of(lines),
                programme.phases().stream().map(phase -> new Part(phase.code(),
                        among.apply(line -> line.target().phase().equals(phase)))).toList(),
                programme.groups().stream().map(group -> new Part(group,
                        among.apply(line -> line.target().group().equals(group)))).toList(),
                lines.stream().filter(line -> line.outlook().status() == Status.OFF_TRACK
                        || line.outlook().status() == Status.AT_RISK)
                        .sorted(Comparator.comparing((TargetLine line) -> line.outlook().status() != Status.OFF_TRACK)
                                .thenComparing(line -> line.target().phase().due()))
                        .toList());
    }
}
