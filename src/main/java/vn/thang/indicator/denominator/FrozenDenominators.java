package vn.thang.indicator.denominator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.indicator.period.Period;

/**
 * What the ministry has frozen, by indicator, round and agency. For a reading the newest round counts that opened before its
 * period was over; so a later round changes nothing of what an earlier period is divided by. What was frozen before others were merged
 * into an agency is that of its former self: it is held to the sum of all of them, and to none where one of them has none.
 */
public final class FrozenDenominators {

    public static final FrozenDenominators NONE = new FrozenDenominators(List.of(), List.of());

    private final Map<String, Map<Long, Round>> rounds = new HashMap<>();

    private final Map<Long, List<Merged>> merged;

    /**
     * An agency that was merged into another one.
     *
     * @param begins the first day of that one; null where nobody knows
     * @param ended  the last day of the one before
     */
    public record Merged(long successor, LocalDate begins, long predecessor, LocalDate ended) {
    }

    /** A frozen figure; rounds come with the newest first. */
    public record Frozen(String indicator, long round, LocalDate opensOn, long agency, BigDecimal amount) {
    }

    private record Round(LocalDate opensOn, Map<Long, BigDecimal> amounts) {
    }

    public FrozenDenominators(List<Frozen> newestFirst, List<Merged> merged) {
        this.merged = merged.stream().collect(Collectors.groupingBy(Merged::successor));
        newestFirst.forEach(one -> rounds.computeIfAbsent(one.indicator(), code -> new LinkedHashMap<>())
                .computeIfAbsent(one.round(), round -> new Round(one.opensOn(), new HashMap<>())).amounts()
                .put(one.agency(), one.amount()));
    }

    /** Empty where nothing is frozen for the agency in the round that counts. */
    public Optional<BigDecimal> of(String indicator, Period period, long agency) {
        return rounds.getOrDefault(indicator, Map.of()).values().stream()
                .filter(round -> !round.opensOn().isAfter(period.end())).findFirst()
                .flatMap(round -> amount(round, agency, period.end()));
    }

    /** @param day the agency is there then, with all that were merged into it before */
    private Optional<BigDecimal> amount(Round round, long agency, LocalDate day) {
        List<Merged> since = merged.getOrDefault(agency, List.of()).stream()
                .filter(one -> !one.ended().isBefore(round.opensOn()) && one.ended().isBefore(day)).toList();
        Optional<BigDecimal> own = Optional.ofNullable(round.amounts().get(agency));
        boolean founded = !since.isEmpty() && since.get(0).begins() != null
                && since.get(0).begins().isAfter(round.opensOn());
        if (since.isEmpty() || founded && own.isPresent()) {
            return own;
        }
        List<Optional<BigDecimal>> parts = Stream.concat(founded ? Stream.empty() : Stream.of(own),
                since.stream().map(one -> amount(round, one.predecessor(), one.ended()))).toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? parts.stream().flatMap(Optional::stream).reduce(BigDecimal::add) : Optional.empty();
    }
}
