package vn.thang.assessment.reply;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import org.omnifaces.cdi.Param;
import vn.thang.platform.web.NoticePage;

/** Ending a case before the panel: what the minutes say of the meeting, beginning with what the last one was. */
@Named
@RequestScoped
public class SittingPage {

    @Inject
    private PanelDecision panel;

    @Inject
    private NoticePage notices;

    @Inject
    private Clock clock;

    @Inject
    @Param
    private Long assessment;

    private Sitting.Meeting last;
    private String place;
    private LocalDate heldOn;
    private String chair;
    private String position;
    private String secretary;
    private String members;

    public String settle() {
        boolean done = notices.attempt(() -> panel.settle(assessment == null ? 0 : assessment,
                new Sitting.Meeting(place, heldOn, chair, position, secretary, members)));
        if (!done) {
            return null;
        }
        notices.say("reply.settled");
        return "/assessment/minutes?faces-redirect=true&assessment=" + assessment;
    }

    private Sitting.Meeting last() {
        if (last == null) {
            Sitting.Meeting known = panel.lastMeeting();
            last = known == null ? new Sitting.Meeting(null, null, null, null, null, null) : known;
        }
        return last;
    }

    public String getPlace() {
        return place == null ? last().place() : place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public LocalDate getHeldOn() {
        return heldOn == null ? LocalDate.now(clock) : heldOn;
    }

    public void setHeldOn(LocalDate heldOn) {
        this.heldOn = heldOn;
    }

    public String getChair() {
        return chair == null ? last().chair() : chair;
    }

    public void setChair(String chair) {
        this.chair = chair;
    }

    public String getPosition() {
        return position == null ? last().position() : position;
    }

    public void setPosition(String position) {
        this.position = position;
    }

    public String getSecretary() {
        return secretary == null ? last().secretary() : secretary;
    }

    public void setSecretary(String secretary) {
        this.secretary = secretary;
    }

    public String getMembers() {
        return members == null ? last().members() : members;
    }

    public void setMembers(String members) {
        this.members = members;
    }
}
