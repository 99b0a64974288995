package vn.thang.report.room;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.catalog.Catalog;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
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

    /** A code that is restricted in one version counts as restricted in all of them. */
    static ReportSight of(Catalog catalog, Reach taken, Reach restricted) {
        Set<String> criteria = catalog.models().stream().map(MaturityModel::criteria)
                .flatMap(all -> all.stream().filter(Criterion::restricted)).map(Criterion::code)
                .collect(Collectors.toSet());
        Set<String> indicators = catalog.models().stream()
                .flatMap(model -> catalog.measures(model.ref()).entrySet().stream())
                .filter(measure -> criteria.contains(measure.getKey()))
                .map(measure -> measure.getValue().indicator().code()).collect(Collectors.toSet());
        return new ReportSight(taken, restricted, criteria, indicators);
    }

    boolean shows(Map<String, Object> row) {
        Object path = row.get(Report.PATH);
        boolean hidden = criteria.contains(String.valueOf(row.get(Report.CRITERION)))
                || indicators.contains(String.valueOf(row.get(Report.INDICATOR)));
        return (path == null || taken.covers(path.toString()))
                && (!hidden || path != null && restricted.covers(path.toString()));
    }
}
