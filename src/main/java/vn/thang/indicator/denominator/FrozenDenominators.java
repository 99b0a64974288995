package vn.thang.indicator.denominator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thang.indicator.period.Period;

/**
 * What the ministry has frozen, by indicator, round and agency. For a reading the newest round counts that opened before its
 * period was over; so a later round changes nothing of what an earlier period is divided by.
 */
public final class FrozenDenominators {

    public static final FrozenDenominators NONE = new FrozenDenominators(List.of());

    private final Map<String, Map<Long, Round>> rounds = new HashMap<>();

    /** A frozen figure; rounds come with the newest first. */
    public record Frozen(String indicator, long round, LocalDate opensOn, long agency, BigDecimal amount) {
    }

    private record Round(LocalDate opensOn, Map<Long, BigDecimal> amounts) {
    }

    public FrozenDenominators(List<Frozen> newestFirst) {
        newestFirst.forEach(one -> rounds.computeIfAbsent(one.indicator(), code -> new LinkedHashMap<>())
                .computeIfAbsent(one.round(), round -> new Round(one.opensOn(), new HashMap<>())).amounts()
                .put(one.agency(), one.amount()));
    }

    /** Empty where nothing is frozen for the agency in the round that counts. */
    public Optional<BigDecimal> of(String indicator, Period period, long agency) {
        return rounds.getOrDefault(indicator, Map.of()).values().stream()
                .filter(round -> !round.opensOn().isAfter(period.end())).findFirst()
                .map(round -> round.amounts().get(agency));
    }
}
