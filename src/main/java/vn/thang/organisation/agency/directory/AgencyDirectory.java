package vn.thang.organisation.agency.directory;

import static vn.thang.security.Permission.CONTRIBUTE;
import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.thang.organisation.agency.Agencies;
import vn.thang.organisation.agency.Agency;
import vn.thang.organisation.agency.kind.AgencyKind;
import vn.thang.organisation.agency.kind.AgencyKinds;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.Slice;
import vn.thang.security.Requires;

/** The public agencies of the country, for everybody who is signed in: names and places are no secret. */
@ApplicationScoped
@Transactional
public class AgencyDirectory {

    private static final int MOST_HITS = 20;

    @Inject
    private Agencies agencies;

    @Inject
    private AgencyLines lines;

    @Inject
    private AgencyKinds kinds;

    @Inject
    private Clock clock;

    private volatile Known known = new Known("", Map.of());

    /** All agencies as they were when the register had this standing. */
    private record Known(String standing, Map<String, DirectoryLine> lines) {
    }

    @Requires(VIEW)
    public Slice<DirectoryLine> list(DirectoryFilter filter, Cut<AgencyOrder> cut) {
        return lines.list(filter, cut);
    }

    /** How many agencies the filter leaves. */
    @Requires(VIEW)
    public long count(DirectoryFilter filter) {
        return lines.count(filter);
    }

    /** The first few existing agencies that the words fit, for choosing one. */
    @Requires(VIEW)
    public List<DirectoryLine> find(String words) {
        return lines.fitting(words, LocalDate.now(clock), MOST_HITS);
    }

    /**
     * The agencies of today directly below one, with how many are below each.
     *
     * @param above its code; null for the country itself
     */
    @Requires(VIEW)
    public List<AgencyBranch> below(String above) {
        return lines.below(above, LocalDate.now(clock));
    }

    /** Every agency that is or was, by name. */
    @Requires(VIEW)
    public List<DirectoryLine> all() {
        return lines.all();
    }

    /**
     * Every agency that is or was, by its code, with the agency above that tells it from others of the same name. They are
     * read anew when an agency has changed.
     */
    @Requires({VIEW, CONTRIBUTE})
    public Map<String, DirectoryLine> byCode() {
        String now = agencies.standing();
        Known kept = known;
        if (!kept.standing().equals(now)) {
            kept = new Known(now, lines.all().stream()
                    .collect(Collectors.toUnmodifiableMap(DirectoryLine::code, Function.identity())));
            known = kept;
        }
        return kept.lines();
    }

    /** Returns another text whenever an agency came, went or changed, so that what was derived from all can be kept. */
    @Requires(VIEW)
    public String standing() {
        return agencies.standing();
    }

    @Requires(VIEW)
    public AgencyDetail get(String code) {
        Agency agency = agencies.get(code);
        return new AgencyDetail(lines.get(agency), agency.path(), lines.above(agency),
                lines.predecessors(agency), lines.successors(agency));
    }

    /** The kinds of agency that there are. */
    @Requires(VIEW)
    public List<AgencyKind> kinds() {
        return kinds.list();
    }

    /** Where the country stands in the tree: a permission there is a national one. */
    @Requires(VIEW)
    public String rootPath() {
        return agencies.rootPath();
    }
}
