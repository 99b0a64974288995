package vn.thang.matter.meeting;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** One meeting: what lies before it, and the deeds of those who prepare it. */
@Named
@ViewScoped
public class MeetingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How many matters the page shows; the pack has them all. */
    private static final int SHOWN = 10;

    @Inject
    private MeetingReading reading;

    @Inject
    private MeetingCourse course;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    private Long id;
    private String target;
    private String reason;
    private transient MeetingReading.View view;
    private transient MeetingTexts texts;

    public void load() {
        getView();
    }

    /** Returns the meeting; null where the error page is on its way. */
    public MeetingReading.View getView() {
        if (view == null) {
            view = notices.found(() -> {
                if (id == null) {
                    throw new BusinessException.NotFound("meeting.unknown");
                }
                return reading.view(id);
            });
        }
        return view;
    }

    /** Returns the sentences of the meeting in the language of the person. */
    public MeetingTexts getTexts() {
        if (texts == null) {
            texts = new MeetingTexts(getView().frozen(), language.getLocale());
        }
        return texts;
    }

    /** The matters that fall due first. */
    public List<FrozenMeeting.Asked> getAsked() {
        List<FrozenMeeting.Asked> asked = getView().frozen().asked();
        return asked.subList(0, Math.min(SHOWN, asked.size()));
    }

    public String pick() {
        return done("meeting.picked", () -> course.pick(id, target, reason));
    }

    public String leave(String code) {
        return done("meeting.left", () -> course.leave(id, code));
    }

    public String freeze() {
        return done("meeting.frozen", () -> course.freeze(id));
    }

    public String close() {
        return done("meeting.closed", () -> course.close(id));
    }

    public String giveUp() {
        return notices.attempt(() -> course.giveUp(id)) ? "/matter/meetings?faces-redirect=true" : null;
    }

    private String done(String said, Runnable deed) {
        if (!notices.attempt(deed)) {
            return null;
        }
        notices.say(said);
        return "/matter/meeting?faces-redirect=true&id=" + id;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long number) {
        id = number;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String code) {
        target = code;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String text) {
        reason = text;
    }
}
