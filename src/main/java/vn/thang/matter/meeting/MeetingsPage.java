package vn.thang.matter.meeting;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.platform.web.NoticePage;

/** The meetings, and where the next one is begun. */
@Named
@ViewScoped
public class MeetingsPage implements Serializable {

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
    private transient List<Meeting> meetings;

    public void load() {
        day = LocalDate.now(clock);
        getMeetings();
    }

    /** Returns the meetings, the newest first; null where the error page is on its way. */
    public List<Meeting> getMeetings() {
        if (meetings == null) {
            meetings = notices.found(reading::list);
        }
        return meetings;
    }

    /** Whether the person may see them. */
    public boolean isReader() {
        return reading.isReader();
    }

    /** Whether the person can begin one now: one is prepared at a time. */
    public boolean isBeginning() {
        return getMeetings() != null && reading.isOrganising() && getMeetings().stream().noneMatch(Meeting::prepared);
    }

    public String prepare() {
        long[] id = {0};
        return notices.attempt(() -> id[0] = course.prepare(day))
                ? "/matter/meeting?faces-redirect=true&id=" + id[0] : null;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate newDay) {
        day = newDay;
    }
}
