package vn.thang.indicator.lookup;

import static vn.thang.security.Permission.EXPORT;
import static vn.thang.security.Permission.VIEW;
import static vn.thang.security.Permission.VIEW_RESTRICTED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.thang.catalog.Catalog;
import vn.thang.indicator.intake.FaultOrder;
import vn.thang.indicator.intake.ReadingBatch;
import vn.thang.indicator.intake.ReadingBatches;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.organisation.agency.directory.AgencyDetail;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Time;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Reach;
import vn.thang.security.Requires;

/**
 * What registers say, to look into: everybody that of the own agency and those below, who sees the country all of it; readings
 * that measure restricted criteria, only who may read the answers of that agency to these.
 */
@ApplicationScoped
@Transactional
public class ReadingLookup {

    /** The readings of a month of all agencies are as many. */
    private static final int MOST_TAKEN = 100_000;

    @Inject
    private ReadingLines lines;

    @Inject
    private ReadingBatches batches;

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** Returns a page of the readings that the caller may see. */
    @Requires(VIEW)
    public Slice<ReadingLine> list(ReadingFilter filter, Cut<ReadingOrder> cut) {
        return lines.list(filter, paths(VIEW), restricted(), LocalDate.now(clock), cut);
    }

    /** Returns the newest reading of each indicator of an agency, as far as the caller may see them. */
    @Requires(VIEW)
    public List<ReadingLine> newest(String agency) {
        return lines.newest(agency, paths(VIEW), restricted(), LocalDate.now(clock));
    }

    /** Returns those of them that may be taken away; nobody takes more than a program can open. */
    @Requires(EXPORT)
    public List<ReadingLine> taken(ReadingFilter filter, Cut<ReadingOrder> cut) {
        List<String> paths = paths(EXPORT);
        Reach restricted = restricted();
        LocalDate today = LocalDate.now(clock);
        if (lines.count(filter, paths, restricted, today) > MOST_TAKEN) {
            throw new BusinessException("list.too-many", MOST_TAKEN);
        }
        return lines.list(filter, paths, restricted, today, cut).rows();
    }

    /** Where the caller sees readings; empty for everywhere. */
    private List<String> paths(Permission permission) {
        return caller.can(permission, agencies.rootPath()) ? List.of() : caller.subtrees(permission);
    }

    private Reach restricted() {
        return caller.can(VIEW_RESTRICTED, agencies.rootPath()) ? Reach.EVERYWHERE : caller.reach(VIEW_RESTRICTED);
    }

    /**
     * All readings of an indicator for an agency.
     *
     * @param day only what was known at its end; null for all that is known
     */
    @Requires(VIEW)
    public ReadingHistory history(String agency, String indicator, LocalDate day) {
        AgencyDetail detail = agencies.get(agency);
        caller.check(VIEW, detail.path());
        if (catalog.indicator(indicator).isEmpty()) {
            throw new BusinessException.NotFound("reading.fault.indicator", indicator);
        }
        if (catalog.restrictedIndicators().contains(indicator)) {
            caller.check(VIEW_RESTRICTED, detail.path());
        }
        Instant asOf = day == null ? clock.instant()
                : day.plusDays(1).atStartOfDay(Time.ZONE).toInstant().minusMillis(1);
        List<ReadingHistory.OfPeriod> periods = new ArrayList<>();
        List<ReadingLine> of = new ArrayList<>();
        for (ReadingLine line : lines.history(agency, indicator, asOf, day == null ? LocalDate.now(clock) : day)) {
            if (!of.isEmpty() && !of.get(0).period().equals(line.period())) {
                periods.add(new ReadingHistory.OfPeriod(of.get(0), List.copyOf(of.subList(1, of.size()))));
                of.clear();
            }
            of.add(line);
        }
        if (!of.isEmpty()) {
            periods.add(new ReadingHistory.OfPeriod(of.get(0), List.copyOf(of.subList(1, of.size()))));
        }
        return new ReadingHistory(detail.agency(), detail.path(), indicator, periods);
    }

    /** Whether the caller sees batches. */
    @Requires(VIEW)
    public boolean seesBatches() {
        return caller.can(EXPORT, agencies.rootPath());
    }

    /**
     * A batch names agencies of the whole country, so it is a national matter. What it tells of readings that measure restricted
     * criteria is for those who read these everywhere.
     */
    @Requires(EXPORT)
    public ReadingBatch batch(long id) {
        caller.check(EXPORT, agencies.rootPath());
        ReadingBatch found = batches.get(id);
        return caller.can(VIEW_RESTRICTED, agencies.rootPath()) ? found
                : found.without(catalog.restrictedIndicators());
    }

    /**
     * A page of the lines of a batch that were not taken.
     *
     * @param words part of what the line named; null for all lines
     */
    @Requires(EXPORT)
    public Slice<ReadingFault> faults(long batch, String words, Cut<FaultOrder> cut) {
        caller.check(EXPORT, agencies.rootPath());
        return batches.faults(batch, words, cut);
    }

    @Requires(EXPORT)
    public void eachFault(long batch, Consumer<ReadingFault> taker) {
        batch(batch);
        batches.eachFault(batch, taker);
    }
}
