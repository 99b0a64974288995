package vn.thang.matter.meeting;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.thang.matter.AskedFigure;
import vn.thang.matter.CopyReader;
import vn.thang.matter.Respondent;
import vn.thang.matter.asking.Asking;
import vn.thang.matter.asking.RespondentPage;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;

/** Records what a meeting decides. */
@Named
@ViewScoped
public class DecisionPage extends RespondentPage {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 30;

    @Inject
    private MeetingReading reading;

    @Inject
    private MeetingCourse course;

    @Inject
    private Asking asking;

    @Inject
    private NoticePage notices;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private Long meeting;
    private String target;
    private String words;
    private LocalDate due;
    private transient MeetingReading.View view;

    public void load() {
        due = LocalDate.now(clock).plusDays(USUAL_DAYS);
        getView();
    }

    /** Returns the meeting; null where the error page is on its way. */
    public MeetingReading.View getView() {
        if (view == null) {
            view = notices.found(() -> {
                MeetingReading.View found = meeting == null ? null : reading.view(meeting);
                if (found == null || !found.meeting().deciding()) {
                    throw new BusinessException.NotFound("meeting.unknown");
                }
                if (!found.organising()) {
                    throw new BusinessException.Forbidden("security.forbidden");
                }
                return found;
            });
        }
        return view;
    }

    /** Returns the sentences of the meeting in the language of the person. */
    public MeetingTexts getTexts() {
        return new MeetingTexts(getView().frozen(), language.getLocale());
    }

    @Override
    protected List<Respondent> respondents(String code) {
        return asking.respondents(code);
    }

    @Override
    protected List<CopyReader> readers(String code) {
        return asking.readers(AskedFigure.ofTarget(target), code);
    }

    public String decide() {
        if (!notices.attempt(() -> course.decide(meeting,
                new MeetingCourse.Decision(target, getAgency(), getPerson(), getCopies(), words, due)))) {
            return null;
        }
        notices.say("meeting.decision.recorded");
        return "/matter/meeting?faces-redirect=true&id=" + meeting;
    }

    public Long getMeeting() {
        return meeting;
    }

    public void setMeeting(Long id) {
        meeting = id;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String code) {
        target = code;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String text) {
        words = text;
    }

    public LocalDate getDue() {
        return due;
    }

    public void setDue(LocalDate day) {
        due = day;
    }
}
