package vn.thang.audit.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.thang.platform.ReportRows;
import vn.thang.platform.list.Cut;

/** The trail of some days for a report, in the order in which it was written. Values that are kept apart are not in it. */
@ApplicationScoped
class TrailReport implements ReportRows {

    private static final String COUNTRY = "VN";

    @Inject
    private TrailReading reading;

    @Override
    public String name() {
        return "trail";
    }

    @Override
    public Set<String> columns() {
        return Set.of("number", "at", "person", "username", "role", "role_agency", "action", "done", "subject", "thing",
                "subject_id", "code", "agency", "details", "was", "became", "apart", "address", "session", "block");
    }

    @Override
    public void each(Asked asked, Consumer<Map<String, Object>> reader) {
        TrailFilter filter = new TrailFilter(asked.since(), asked.day(), null,
                asked.agency().equals(COUNTRY) ? null : asked.agency(), null, null, null, null, null);
        reading.all(filter, Cut.whole(TrailOrder.TIME, false)).forEach(row -> reader.accept(row(row, asked)));
    }

    private static Map<String, Object> row(TrailRow entry, Asked asked) {
        Map<String, Object> row = new HashMap<>();
        row.put("number", entry.id());
        row.put("at", entry.at());
        row.put("person", entry.person());
        row.put("username", entry.username());
        row.put("role", entry.role());
        row.put("role_agency", entry.roleAgency());
        row.put("action", entry.action());
        row.put("done", entry.done(asked.language()));
        row.put("subject", entry.subject());
        row.put("thing", entry.thing(asked.language()));
        row.put("subject_id", entry.subjectId());
        row.put("code", entry.agencyCode());
        row.put("agency", entry.agency());
        row.put("details", entry.details());
        row.put("was", entry.apart() ? null : entry.was());
        row.put("became", entry.apart() ? null : entry.became());
        row.put("apart", String.valueOf(entry.apart()));
        row.put("address", entry.address());
        row.put("session", entry.session());
        row.put("block", entry.block());
        return row;
    }
}
