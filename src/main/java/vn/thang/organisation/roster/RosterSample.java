package vn.thang.organisation.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.thang.platform.list.ListFile;
import vn.thang.security.Role;

/** A file of people to begin with: the headings that are read, in the language of the person, and one line as an example. */
@ApplicationScoped
class RosterSample implements ListFile {

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "roster-sample";
    }

    @Override
    public Content<Map<RosterColumn, Object>> content(Asked asked) {
        Map<RosterColumn, Object> example = Map.of(RosterColumn.NAME, "Nguyễn Văn An",
                RosterColumn.MAIL, "nguyen.van.an@example.vn", RosterColumn.AGENCY, "15",
                RosterColumn.ROLES, asked.text("organisation.role." + Role.OFFICER),
                RosterColumn.FROM, LocalDate.now(clock));
        return new Content<>(asked.text("roster.title"), List.of(example), Stream.of(RosterColumn.values())
                .map(column -> new Column<Map<RosterColumn, Object>>(column.name(asked.language()), 30,
                        row -> row.get(column)))
                .toList());
    }
}
