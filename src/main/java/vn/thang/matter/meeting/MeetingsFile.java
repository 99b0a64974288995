package vn.thang.matter.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.platform.list.ListFile;

/** The meetings as a file. */
@ApplicationScoped
class MeetingsFile implements ListFile {

    @Inject
    private MeetingReading reading;

    @Override
    public String name() {
        return "meetings";
    }

    @Override
    public Content<Meeting> content(Asked asked) {
        return new Content<>(asked.text("meeting.title"),
                reading.list(MeetingsPage.state(asked.of("state")), asked.whole(MeetingOrder.values())).rows(),
                List.of(new Column<>(asked.text("meeting.day"), 16, Meeting::heldOn),
                        new Column<>(asked.text("meeting.state"), 24,
                                meeting -> asked.text("meeting.state." + meeting.state())),
                        new Column<>(asked.text("meeting.prepared-by"), 30, Meeting::preparedBy),
                        new Column<>(asked.text("meeting.frozen-at"), 20, Meeting::frozenAt),
                        new Column<>(asked.text("meeting.decided.count"), 16, Meeting::decided),
                        new Column<>(asked.text("meeting.open.count"), 16, Meeting::open)));
    }
}
