package vn.thang.report.room;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.course.CourseSight;
import vn.thang.assessment.course.Shown;
import vn.thang.catalog.Catalog;
import vn.thang.report.room.Report.Showing;
import vn.thang.security.Reach;

/**
 * Decides row by row what a person gets to see of a report: only agencies within reach; of restricted criteria and what
 * measures them only those of agencies whose restricted answers the person may see; and of assessments what is shown in
 * their state.
 *
 * @param taken      where the person may take numbers away
 * @param restricted where the person may see restricted answers
 * @param course     what of assessments the person sees in which state
 * @param criteria   codes of restricted criteria of any version of a model
 * @param indicators codes of the indicators that measure them
 */
record ReportSight(Reach taken, Reach restricted, CourseSight course, Set<String> criteria, Set<String> indicators) {

    static ReportSight of(Catalog catalog, Reach taken, Reach restricted, CourseSight course) {
        return new ReportSight(taken, restricted, course, catalog.restrictedCriteria(),
                catalog.restrictedIndicators());
    }

    /** Returns the row as the person gets it; empty where it is left out. */
    Optional<Map<String, Object>> shown(Report report, Map<String, Object> row) {
        Object path = row.get(Report.PATH);
        boolean hidden = criteria.contains(String.valueOf(row.get(Report.CRITERION)))
                || indicators.contains(String.valueOf(row.get(Report.INDICATOR)));
        boolean shown = (path == null || taken.covers(path.toString()))
                && (!hidden || path != null && restricted.covers(path.toString()));
        if (!shown) {
            return Optional.empty();
        }
        return report.shows().filter(shows -> shows != Showing.AGENCIES)
                .map(shows -> inCourse(report, shows, row, String.valueOf(path))).orElse(Optional.of(row));
    }

    private Optional<Map<String, Object>> inCourse(Report report, Showing shows, Map<String, Object> row, String path) {
        long assessment = ((Number) row.get(Report.ASSESSMENT)).longValue();
        AssessmentState state = AssessmentState.valueOf(row.get(Report.COURSE).toString());
        Object sent = row.get(Report.SENT);
        boolean shown = shows.shown().map(what -> course.shows(what, assessment, state, path)).orElse(true)
                && (sent == null || course.showsObjection(Boolean.parseBoolean(sent.toString()), path));
        if (!shown) {
            return Optional.empty();
        }
        Map<String, Object> named = new HashMap<>(row);
        if (!course.shows(Shown.NAMES, assessment, state, path)) {
            report.columns().stream().filter(Report.Column::judge).forEach(column -> named.put(column.id(), null));
        }
        return Optional.of(named);
    }
}
