package vn.thang.indicator.denominator;

import static vn.thang.security.Permission.ADMINISTER;
import static vn.thang.security.Permission.EXPORT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.programme.Indicator;
import vn.thang.indicator.reading.KnownAgency;
import vn.thang.indicator.reading.ReadingEvent;
import vn.thang.indicator.reading.ReportingAgencies;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;
import vn.thang.table.WrittenNumber;

/**
 * The ministry says, round by round, what readings are divided by, one by one here or by {@link DenominatorSheet}; then it freezes that, and what is
 * frozen never changes.
 */
@ApplicationScoped
@Transactional
public class DenominatorSetting {

    private static final int MOST_DIGITS = 12;

    @Inject
    private Denominators denominators;

    @Inject
    private ReportingAgencies reporting;

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<ReadingEvent> events;

    /** The denominators of an indicator in a round; by and at are null until they are frozen. */
    public record Standing(String indicator, long set, long inScope, String frozenBy, Instant frozenAt) {

        public boolean frozen() {
            return frozenAt != null;
        }
    }

    /** A round with the standing of every indicator whose denominators the ministry sets. */
    public record OfRound(String code, String name, boolean published, List<Standing> indicators) {
    }

    @Requires(EXPORT)
    public OfRound ofRound(String code) {
        national(EXPORT);
        Denominators.Of round = denominators.round(code);
        Map<String, Denominators.Freeze> freezes = denominators.freezes(round.id());
        Map<String, Long> counts = denominators.counts(round.id());
        Map<String, Long> types = denominators.agencies(round.opensOn());
        return new OfRound(round.code(), round.name(), round.published(), indicators().stream().map(one -> {
            Optional<Denominators.Freeze> freeze = Optional.ofNullable(freezes.get(one.code()));
            return new Standing(one.code(), counts.getOrDefault(one.code(), 0L),
                    one.scope().stream().mapToLong(type -> types.getOrDefault(type, 0L)).sum(),
                    freeze.map(Denominators.Freeze::by).orElse(null), freeze.map(Denominators.Freeze::at).orElse(null));
        }).toList());
    }

    /** A page of the agencies in scope of an indicator that were there when the round opened or since, with what is set for them. */
    @Requires(EXPORT)
    public Slice<DenominatorLine> list(String code, String indicator, DenominatorFilter filter,
            Cut<DenominatorOrder> cut) {
        national(EXPORT);
        Denominators.Of round = denominators.round(code);
        return denominators.list(round.id(), indicator(indicator), filter, round.opensOn(), cut);
    }

    /**
     * Sets denominators one by one, those that a person has changed. Answers how many.
     *
     * @param shown   what the person saw, by code of the agency
     * @param written what the person wrote; nothing takes a denominator away
     * @throws BusinessException.Conflict when somebody else has set one of them since
     */
    @Requires(ADMINISTER)
    public int set(String code, String indicator, Map<String, String> shown, Map<String, String> written) {
        national(ADMINISTER);
        Denominators.Of round = open(code);
        Indicator asked = indicator(indicator);
        requireUnfrozen(round, indicator);
        Map<String, KnownAgency> there = reporting.below(agencies.rootPath(), round.opensOn());
        Map<Long, BigDecimal> now = denominators.amounts(round.id()).getOrDefault(indicator, Map.of());
        List<Denominators.Setting> settings = new ArrayList<>();
        written.forEach((agency, text) -> {
            BigDecimal before = amount(agency, shown.get(agency));
            BigDecimal after = amount(agency, text);
            if (same(before, after)) {
                return;
            }
            KnownAgency known = there.get(agency);
            if (known == null || !asked.scope().contains(known.type())) {
                throw new BusinessException("reading.fault.scope", agency, indicator);
            }
            requireWhole(asked, agency, text);
            if (!same(before, now.get(known.id()))) {
                throw new BusinessException.Conflict("denominator.changed", agency);
            }
            settings.add(new Denominators.Setting(indicator, known.id(), after));
        });
        add(round, settings, indicator);
        return settings.size();
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    /** From now on they hold for readings, and never change. Answers for how many agencies. */
    @Requires(ADMINISTER)
    public long freeze(String code, String indicator) {
        national(ADMINISTER);
        Denominators.Of round = open(code);
        indicator(indicator);
        requireUnfrozen(round, indicator);
        long set = denominators.counts(round.id()).getOrDefault(indicator, 0L);
        if (set == 0) {
            throw new BusinessException("denominator.none");
        }
        denominators.freeze(round.id(), indicator, caller.personId(), clock.instant());
        events.fire(new ReadingEvent.DenominatorsFrozen(round.id(), indicator, set));
        return set;
    }

    private Denominators.Of open(String code) {
        Denominators.Of round = denominators.locked(code);
        if (round.published()) {
            throw new BusinessException("denominator.published", round.name());
        }
        return round;
    }

    private void requireUnfrozen(Denominators.Of round, String indicator) {
        if (denominators.freezes(round.id()).containsKey(indicator)) {
            throw new BusinessException("reading.fault.frozen-already", indicator);
        }
    }

    private static BigDecimal amount(String agency, String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            BigDecimal amount = WrittenNumber.of(written).value();
            if (!isDenominator(amount)) {
                throw new BusinessException("denominator.refused", agency, written);
            }
            return amount;
        } catch (WrittenNumber.Unclear unclear) {
            throw new BusinessException(
                    "denominator." + (unclear.getMessage().equals("ambiguous") ? "ambiguous" : "refused"),
                    Stream.concat(Stream.of(agency), unclear.arguments().stream()).toArray());
        }
    }

    /** What is counted is whole as it was written, before anything is rounded. */
    private static void requireWhole(Indicator indicator, String agency, String written) {
        try {
            if (indicator.counted() && written != null && !written.isBlank()
                    && WrittenNumber.of(written).unrounded().stripTrailingZeros().scale() > 0) {
                throw new BusinessException("denominator.part", agency, written);
            }
        } catch (WrittenNumber.Unclear unclear) {
            throw new IllegalStateException(unclear); // it was read before
        }
    }

    /** Above zero, and no longer than the database holds. */
    public static boolean isDenominator(BigDecimal amount) {
        return amount.signum() > 0 && amount.precision() - amount.scale() <= MOST_DIGITS;
    }

    private void add(Denominators.Of round, List<Denominators.Setting> settings, String indicator) {
        if (!settings.isEmpty()) {
            denominators.add(round.id(), settings, caller.personId(), clock.instant());
            events.fire(new ReadingEvent.DenominatorsSet(round.id(), indicator, settings.size()));
        }
    }

    private Indicator indicator(String code) {
        return indicators().stream().filter(one -> one.code().equals(code)).findFirst()
                .orElseThrow(() -> new BusinessException.NotFound("reading.fault.no-ministry", code));
    }

    private List<Indicator> indicators() {
        return catalog.indicators().stream().filter(Indicator::ministryDenominator).toList();
    }

    private void national(Permission permission) {
        caller.check(permission, agencies.rootPath());
    }
}
