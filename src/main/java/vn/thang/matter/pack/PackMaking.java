package vn.thang.matter.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import vn.thang.audit.reading.TrailHead;
import vn.thang.matter.meeting.FrozenMeeting;
import vn.thang.matter.meeting.MeetingEvent;
import vn.thang.matter.meeting.MeetingReading;
import vn.thang.platform.GivenText;
import vn.thang.platform.Sha256;
import vn.thang.platform.work.LongWork;
import vn.thang.platform.work.Work;
import vn.thang.platform.work.WorkFile;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Makes the pack of a frozen meeting, as often as it is asked for, always with the same content; what was withdrawn since is said in it. */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class PackMaking {

    @Inject
    private MeetingReading reading;

    @Inject
    private TrailHead trail;

    @Inject
    private LongWork works;

    @Inject
    private Caller caller;

    @Inject
    private Event<MeetingEvent> events;

    /**
     * Starts making the pack for the person who asks, and refuses at once what cannot be made; answers the number of the work.
     *
     * @param province code of the province of the annex; null for the pack itself
     */
    @Requires(Permission.EXPORT)
    public long start(long meeting, PackForm form, String province, Locale language) {
        content(meeting, province, language);
        return works.start(new PackWork.Wanted(subject(meeting), meeting, form.name(), GivenText.orNull(province),
                language.getLanguage(), caller.personId()), caller.behalf());
    }

    private static String subject(long meeting) {
        return "meeting-" + meeting;
    }

    /** Finds the pack of a meeting that the person has asked for last, whether it is ready or not. */
    @Requires(Permission.EXPORT)
    public Optional<Work> last(long meeting) {
        return works.last(PackWork.NAME, subject(meeting), caller.personId());
    }

    /** Makes the file. */
    @Requires(Permission.EXPORT)
    public WorkFile make(long meeting, PackForm form, String province, Locale language) {
        FrozenMeeting frozen = reading.frozen(meeting);
        byte[] content = form.of(content(meeting, province, language));
        String file = "thang-giao-ban-" + frozen.heldOn() + (GivenText.orNull(province) == null ? "" : "-" + province)
                + "." + form.ending();
        events.fire(new MeetingEvent.PackTaken(meeting, file, Sha256.hex(content)));
        return new WorkFile(file, form.mediaType(), content);
    }

    private Pack content(long meeting, String province, Locale language) {
        FrozenMeeting frozen = reading.frozen(meeting);
        MeetingPackContent content = new MeetingPackContent(frozen, reading.hash(meeting),
                trail.at(frozen.at()).orElse(null),
                language, reading.withdrawn(meeting));
        return GivenText.orNull(province) == null ? content.whole() : content.annex(province.strip());
    }
}
