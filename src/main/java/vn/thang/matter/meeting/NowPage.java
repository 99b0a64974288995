package vn.thang.matter.meeting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import vn.thang.dashboard.round.RoundChoicePage;
import vn.thang.dashboard.target.ProgrammePage;
import vn.thang.platform.Language;

/** What a meeting would look at first if it were held now, on the page of the country; and who owns which target. */
@Named
@RequestScoped
public class NowPage {

    @Inject
    private MeetingReading reading;

    @Inject
    private ProgrammePage programme;

    @Inject
    private RoundChoicePage rounds;

    @Inject
    private Language language;

    private FrozenMeeting now;
    private Map<String, FrozenMeeting.Owner> owners;

    /** Whether the person reads meetings, and so what lies before the next one. */
    public boolean isShown() {
        return reading.isReader();
    }

    /** The targets of the page by the rules of a meeting. */
    public FrozenMeeting getNow() {
        if (now == null) {
            now = reading.now(rounds.selection(), programme.getVerdict().lines());
        }
        return now;
    }

    /** The sentences in which the page of a meeting says the same. */
    public MeetingTexts getTexts() {
        return new MeetingTexts(getNow(), language.getLocale());
    }

    /** Who owns the target, with the agency; nothing while nobody does. */
    public String owner(String target) {
        if (owners == null) {
            owners = reading.owners();
        }
        FrozenMeeting.Owner owner = owners.get(target);
        return owner == null ? ""
                : (owner.fullName() == null ? "" : owner.fullName() + ", ") + owner.name(language.getLocale());
    }
}
