package vn.thang.matter.meeting;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** The meetings, and where the next one is begun. */
@Named
@ViewScoped
public class MeetingsPage extends ListPage<Meeting, MeetingOrder> {

    private static final long serialVersionUID = 1L;

    @Inject
    private MeetingReading reading;

    @Inject
    private MeetingCourse course;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    private LocalDate day;

    @Override
    protected List<String> filters() {
        return List.of("state");
    }

    @Override
    protected MeetingOrder[] orders() {
        return MeetingOrder.values();
    }

    @Override
    protected Slice<Meeting> cut(Cut<MeetingOrder> cut) {
        return reading.list(state(getAsked().get("state")), cut);
    }

    @Override
    protected Object key(Meeting meeting) {
        return meeting.id();
    }

    /** The state of this name; null for any other text, which stands for all. */
    static Meeting.State state(String name) {
        return List.of(Meeting.State.values()).stream().filter(one -> one.name().equals(name)).findFirst()
                .orElse(null);
    }

    /** Whether the person may see them. */
    public boolean isReader() {
        return reading.isReader();
    }

    /** Whether the person can begin one now: one is prepared at a time. */
    public boolean isBeginning() {
        return reading.isBeginning();
    }

    public String begin() {
        long[] id = {0};
        return notices.attempt(() -> id[0] = course.prepare(day))
                ? "/matter/meeting?faces-redirect=true&id=" + id[0] : null;
    }

    public Meeting.State[] getStates() {
        return Meeting.State.values();
    }

    /** Today, unless another day was chosen. */
    public LocalDate getDay() {
        return day == null ? LocalDate.now(clock) : day;
    }

    public void setDay(LocalDate newDay) {
        day = newDay;
    }
}
