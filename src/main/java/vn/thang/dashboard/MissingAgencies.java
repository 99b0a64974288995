package vn.thang.dashboard;

import static vn.thang.security.Permission.VIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.thang.catalog.Programme.Demand;
import vn.thang.catalog.Programme.ProgrammeTarget;
import vn.thang.organisation.AgencyDirectory;
import vn.thang.platform.Slice;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * The agencies whose own figure is below what a measured target asks for, or that have reported none: of those that the person
 * may see one by one. The database filters, sorts and cuts; two statements a page.
 */
@ApplicationScoped
@Transactional
public class MissingAgencies {

    private static final String FROM = " FROM agency a LEFT JOIN reading n ON n.id = (SELECT MAX(r.id) FROM reading r"
            + " WHERE r.agency_id = a.id AND r.indicator = ? AND r.period = ?)";
    private static final String COLUMNS = "SELECT a.code, a.name, a.type, n.numerator, n.denominator, n.value";
    private static final String ORDER = " ORDER BY n.value IS NOT NULL, n.value, a.name, a.id LIMIT " + Slice.SIZE + " OFFSET ";

    @Inject
    private Query query;

    @Inject
    private AgencyDirectory directory;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * Those that reported nothing first, then the lowest.
     *
     * @param line   a target that is measured and whose values are known
     * @param parent code of the agency at or below which they are; null for all that the person may see
     */
    @Requires(VIEW)
    public Slice<TargetLine.AgencyValue> list(TargetLine line, String parent, int page) {
        ProgrammeTarget target = line.target();
        List<String> paths = paths(parent);
        if (paths.isEmpty()) {
            return new Slice<>(List.of(), 0, 1);
        }
        List<Object> arguments = new ArrayList<>(List.of(line.measured().indicator().code(), Date.valueOf(line.measured().begin())));
        arguments.addAll(target.scope());
        arguments.add(Date.valueOf(LocalDate.now(clock)));
        paths.forEach(path -> arguments.add(path + "%"));
        String where = " WHERE a.type IN (" + Query.placeholders(target.scope().size()) + ") AND (a.valid_to IS NULL OR a.valid_to >= ?)"
                + paths.stream().map(path -> "a.path LIKE ?").collect(Collectors.joining(" OR ", " AND (", ")")) + " AND (n.value IS NULL OR NOT "
                + met(target, arguments) + ")";
        long total = query.list("SELECT COUNT(*)" + FROM + where, arguments, row -> row.getLong(1)).get(0);
        int shown = Slice.existing(page, total);
        return new Slice<>(query.list(COLUMNS + FROM + where + ORDER + Slice.offset(shown), arguments, row -> new TargetLine.AgencyValue(row.getString(1),
                row.getString(2), row.getString(3), row.getBigDecimal(4), row.getBigDecimal(5), row.getBigDecimal(6))), total, shown);
    }

    private List<String> paths(String parent) {
        if (parent == null) {
            return caller.subtrees(VIEW);
        }
        String path = directory.get(parent).path();
        caller.check(VIEW, path);
        return List.of(path);
    }

    /** What a figure must satisfy; any above nothing where the target names no condition for a single agency. */
    private static String met(ProgrammeTarget target, List<Object> arguments) {
        Demand demand = target.measure().equals("share-of-agencies") ? target.condition().orElse(null) : target.demand();
        if (demand == null) {
            return "n.value > 0";
        }
        arguments.add(demand.value());
        return "n.value " + switch (demand.comparator()) {
            case ">=" -> ">=";
            case ">" -> ">";
            case "<=" -> "<=";
            default -> "<";
        } + " ?";
    }
}
