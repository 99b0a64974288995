package vn.thang.assessment.discrepancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.form.RestrictedReading;
import vn.thang.assessment.round.Rounds;
import vn.thang.assessment.score.MeanBias;
import vn.thang.catalog.Catalog;
import vn.thang.platform.BusinessException;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Grant;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/**
 * Reading the register: everybody sees their own agencies and those below them. What an agency has not handed in yet, only
 * its own people see; entries about restricted answers, only who may read those; what a reviewer decided, others than
 * reviewers once the results are issued.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.VIEW)
public class DiscrepancyRegister {

    static final int MOST_AGENCIES = 10;

    @Inject
    private Caller caller;

    @Inject
    private DiscrepancyList list;

    @Inject
    private Rounds rounds;

    @Inject
    private Catalog catalog;

    @Inject
    private RestrictedReading restricted;

    /** What there is to choose from: a round by code and name. */
    public record Choice(String code, String name, String modelRef) {
    }

    /** How far dimensions stand above what was measured, and the agencies that stand highest above it. */
    public record Above(List<MeanBias> dimensions, List<MeanBias> agencies) {
    }

    /** Rounds that have begun, the latest first. */
    @Requires(Permission.VIEW)
    public List<Choice> rounds() {
        caller.check(Permission.VIEW);
        return rounds.begun().stream().map(round -> new Choice(round.code(), round.name(), round.modelRef())).toList();
    }

    /** The latest of them whose model can be read; the latest where there is none. */
    Optional<Choice> newest(List<Choice> begun) {
        return begun.stream().filter(round -> catalog.isReadable(round.modelRef())).findFirst()
                .or(() -> begun.stream().findFirst());
    }

    /** Two statements whatever the number of entries; the round of the filter is the latest where it names none. */
    @Requires(Permission.VIEW)
    public Slice<DiscrepancyLine> page(DiscrepancyFilter filter, Cut<DiscrepancyOrder> cut) {
        return page(filter, sight(), cut);
    }

    /** The same of what is taken away. */
    @Requires(Permission.EXPORT)
    public Slice<DiscrepancyLine> taken(DiscrepancyFilter filter, Cut<DiscrepancyOrder> cut) {
        return page(filter, sight(Permission.EXPORT), cut);
    }

    private Slice<DiscrepancyLine> page(DiscrepancyFilter filter, DiscrepancyList.Sight sight,
            Cut<DiscrepancyOrder> cut) {
        Slice<DiscrepancyLine> shown = list.list(in(filter), sight, cut);
        Set<String> codes = catalog.restrictedCriteria();
        restricted.shown(shown.rows().stream().map(DiscrepancyLine::entry)
                .filter(entry -> codes.contains(entry.criterion()))
                .collect(Collectors.groupingBy(DiscrepancyEntry::assessment, Collectors.counting())));
        return shown;
    }

    /** Two statements whatever the number of agencies. */
    @Requires(Permission.VIEW)
    public Above above(DiscrepancyFilter filter) {
        DiscrepancyFilter in = in(filter);
        DiscrepancyList.Sight sight = sight();
        return new Above(list.byDimension(in, sight), list.byAgency(in, sight, MOST_AGENCIES));
    }

    /** Counts the entries that the person sees of a filter. */
    @Requires(Permission.VIEW)
    public long count(DiscrepancyFilter filter) {
        return list.count(in(filter), sight());
    }

    /** Hands over every entry, for taking it away. */
    @Requires(Permission.EXPORT)
    public void each(DiscrepancyFilter filter, Consumer<DiscrepancyLine> reader) {
        list.each(in(filter), sight(Permission.EXPORT), reader);
    }

    /** Counts the entries that are taken away. */
    @Requires(Permission.EXPORT)
    public long taken(DiscrepancyFilter filter) {
        return list.count(in(filter), sight(Permission.EXPORT));
    }

    /** The bias of every dimension, for taking it away. */
    @Requires(Permission.EXPORT)
    public List<MeanBias> dimensions(DiscrepancyFilter filter) {
        return list.byDimension(in(filter), sight(Permission.EXPORT));
    }

    /** The bias of every agency, for taking it away. */
    @Requires(Permission.EXPORT)
    public List<MeanBias> agencies(DiscrepancyFilter filter) {
        return list.byAgency(in(filter), sight(Permission.EXPORT), 0);
    }

    /** Whether entries about restricted answers are there, of whatever agency. */
    @Requires(Permission.VIEW)
    public boolean isRestrictedSeen() {
        return caller.can(Permission.VIEW_RESTRICTED);
    }

    private DiscrepancyFilter in(DiscrepancyFilter filter) {
        return filter.round() != null ? filter : filter.in(newest(rounds()).map(Choice::code)
                .orElseThrow(() -> new BusinessException.NotFound("round.unknown", "")));
    }

    private DiscrepancyList.Sight sight() {
        return sight(Permission.VIEW);
    }

    private DiscrepancyList.Sight sight(Permission permission) {
        List<String> own = caller.grants().stream().filter(grant -> grant.role().allows(Permission.ANSWER))
                .map(Grant::path).distinct().toList();
        return new DiscrepancyList.Sight(caller.subtrees(permission), own, caller.subtrees(Permission.VIEW_RESTRICTED),
                CourseSight.of(caller), caller.personId());
    }
}
