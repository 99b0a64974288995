package vn.thang.audit.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.platform.list.ListFile;

/** The trail as a file. */
@ApplicationScoped
class TrailFile implements ListFile {

    @Inject
    private TrailReading reading;

    @Override
    public String name() {
        return "trail";
    }

    @Override
    public Content<TrailRow> content(Asked asked) {
        return new Content<>(asked.text("trail.title"),
                reading.all(TrailFilter.of(asked.filters()), asked.whole(TrailOrder.values())),
                List.of(new Column<>(asked.text("trail.number"), 12, TrailRow::id),
                        new Column<>(asked.text("trail.time"), 20, TrailRow::at),
                        new Column<>(asked.text("trail.person"), 28, TrailRow::person),
                        new Column<>(asked.text("login.username"), 20, TrailRow::username),
                        new Column<>(asked.text("trail.role"), 24,
                                row -> row.role() == null ? null : asked.text("organisation.role." + row.role())),
                        new Column<>(asked.text("trail.role-at"), 28, TrailRow::roleAgency),
                        new Column<>(asked.text("trail.action"), 30, row -> row.done(asked.language())),
                        new Column<>(asked.text("trail.subject"), 16, row -> row.thing(asked.language())),
                        new Column<>(asked.text("trail.subject-id"), 12, TrailRow::subjectId),
                        new Column<>(asked.text("organisation.agency"), 28, TrailRow::agency),
                        new Column<>(asked.text("trail.details"), 60, TrailRow::details),
                        new Column<>(asked.text("trail.before"), 16,
                                row -> row.apart() ? asked.text("trail.apart") : row.was()),
                        new Column<>(asked.text("trail.after"), 16,
                                row -> row.apart() ? asked.text("trail.apart") : row.became()),
                        new Column<>(asked.text("trail.address"), 18, TrailRow::address),
                        new Column<>(asked.text("trail.session"), 16, TrailRow::session),
                        new Column<>(asked.text("trail.block"), 10, TrailRow::block)));
    }
}
