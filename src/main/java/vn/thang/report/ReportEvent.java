package vn.thang.report;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was taken away. */
sealed interface ReportEvent extends DomainEvent {

    /** A person took a whole list as a file. */
    record ListTaken(String list, String filters, int rows) implements ReportEvent {

        private static final int LONGEST = 1_000;

        @Override
        public List<TrailLine> trail() {
            String details = list + " rows=" + rows + (filters.isEmpty() ? "" : " " + filters);
            return List.of(new TrailLine("take-list", "list", null, null,
                    details.substring(0, Math.min(LONGEST, details.length()))));
        }
    }
}
