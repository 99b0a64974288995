package vn.thang.report.room;

import java.util.Map;
import java.util.Set;
import vn.thang.catalog.Catalog;
import vn.thang.security.Reach;

/**
 * Decides row by row what a person gets to see of a report: only agencies within reach, and of restricted criteria and what
 * measures them only those of agencies whose restricted answers the person may see.
 *
 * @param taken      where the person may take numbers away
 * @param restricted where the person may see restricted answers
 * @param criteria   codes of restricted criteria of any version of a model
 * @param indicators codes of the indicators that measure them
 */
record ReportSight(Reach taken, Reach restricted, Set<String> criteria, Set<String> indicators) {

    static ReportSight of(Catalog catalog, Reach taken, Reach restricted) {
        return new ReportSight(taken, restricted, catalog.restrictedCriteria(), catalog.restrictedIndicators());
    }

    boolean shows(Map<String, Object> row) {
        Object path = row.get(Report.PATH);
        boolean hidden = criteria.contains(String.valueOf(row.get(Report.CRITERION)))
                || indicators.contains(String.valueOf(row.get(Report.INDICATOR)));
        return (path == null || taken.covers(path.toString()))
                && (!hidden || path != null && restricted.covers(path.toString()));
    }
}
