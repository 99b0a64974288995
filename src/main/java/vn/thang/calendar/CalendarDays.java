package vn.thang.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.thang.assessment.conduct.calendar.RoundCalendar;
import vn.thang.assessment.conduct.calendar.RoundDay;
import vn.thang.assessment.course.AssessmentHead;
import vn.thang.assessment.course.AssessmentState;
import vn.thang.assessment.form.AssessmentScores;
import vn.thang.assessment.round.RoundState;
import vn.thang.assessment.round.Stage;
import vn.thang.assessment.section.Delegation;
import vn.thang.matter.Matter;
import vn.thang.matter.meeting.Meeting;
import vn.thang.matter.meeting.MeetingOrder;
import vn.thang.matter.meeting.MeetingReading;
import vn.thang.matter.register.MatterLine;
import vn.thang.matter.register.MatterRegister;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;
import vn.thang.platform.list.Cut;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** Gathers the days that the caller sees on pages too, each by the use case of its page and with the rights of this moment. */
@ApplicationScoped
class CalendarDays {

    @Inject
    private RoundCalendar rounds;

    @Inject
    private AssessmentScores assessments;

    @Inject
    private Delegation delegation;

    @Inject
    private MatterRegister matters;

    @Inject
    private MeetingReading meetings;

    @Inject
    private CalendarAddresses addresses;

    @Inject
    private Caller caller;

    /** Lists them since a day. */
    List<CalendarDay> since(LocalDate since, Locale language) {
        List<CalendarDay> days = new ArrayList<>();
        if (caller.can(Permission.VIEW) || caller.can(Permission.CONTRIBUTE)) {
            rounds.days(since).forEach(one -> days.add(day(one, language)));
        }
        if (caller.can(Permission.CONTRIBUTE)) {
            delegation.mine().forEach(line -> days.add(day("section-" + line.head().id() + "-" + line.dimension(),
                    line.head(), line.finishedAt() != null,
                    Texts.text(language, "calendar.section", line.dimension(), line.head().agencyName()), language)));
        }
        if (caller.can(Permission.VIEW)) {
            assessments.own().forEach(head -> days.add(day("assessment-" + head.id(), head, false, head.agencyName(),
                    language)));
            matters.concerning(since).forEach(matter -> days.add(day(matter, language)));
            if (meetings.isReader()) {
                meetings.list(null, Cut.whole(MeetingOrder.DAY, false)).rows()
                        .forEach(meeting -> days.add(day(meeting, language)));
            }
            if (meetings.isOrganising()) {
                addresses.givenUp(since).forEach(one -> days.add(new CalendarDay("meeting-" + one.meetingId(),
                        one.heldOn(), Texts.text(language, "calendar.meeting"), "matter/meetings.xhtml", true, 1)));
            }
        }
        return days.stream().filter(day -> !day.day().isBefore(since)).toList();
    }

    private static CalendarDay day(RoundDay round, Locale language) {
        boolean withdrawn = round.state() == RoundState.WITHDRAWN && round.stage() == Stage.PUBLICATION;
        boolean published = round.stage() == Stage.PUBLICATION && round.publishedAt() != null;
        return new CalendarDay("round-" + round.id() + "-" + (round.stage() == null ? "OPENING" : round.stage()),
                published ? LocalDate.ofInstant(round.publishedAt(), Time.ZONE) : round.day(),
                round.stage() == null ? Texts.text(language, "calendar.opens", round.name())
                        : withdrawn ? Texts.text(language, "calendar.withdrawn", round.name())
                                : published ? Texts.text(language, "calendar.published", round.name())
                                        : Texts.text(language, "calendar.stage",
                                                Texts.text(language, "stage." + round.stage()), round.name()),
                "index.xhtml", withdrawn, withdrawn ? 1 : 0);
    }

    /** The day on which something of an assessment has to be done, or had to be: it moves on with the assessment. */
    private static CalendarDay day(String id, AssessmentHead head, boolean finished, String who, Locale language) {
        boolean asked = !finished && head.roundRuns() && (head.state().isOpen()
                || head.state() == AssessmentState.READY || head.state() == AssessmentState.PROVISIONAL);
        Stage stage = !asked ? Stage.ANSWERING
                : head.state() == AssessmentState.PROVISIONAL ? Stage.REPLY
                        : head.returned() ? Stage.CORRECTION : Stage.ANSWERING;
        LocalDate day = asked && head.time().dueOn() != null ? head.time().dueOn() : head.dueOn();
        String what = Texts.text(language, "calendar.own", who, Texts.text(language, "stage." + stage),
                head.roundName());
        return new CalendarDay(id, day, asked ? what : Texts.text(language, "calendar.done", what),
                "assessment/stages.xhtml?assessment=" + head.id(), false, head.state().ordinal());
    }

    static CalendarDay day(MatterLine matter, Locale language) {
        String what = Texts.text(language, "calendar.matter",
                Texts.text(language, "matter.kind." + matter.kind()), matter.name(language))
                + (matter.about() == Matter.About.TARGET ? " · " + matter.target() : "");
        boolean dropped = matter.state() == Matter.State.DROPPED;
        return new CalendarDay("matter-" + matter.id(), matter.dueOn(),
                matter.open() || dropped ? what : Texts.text(language, "calendar.done", what),
                "matter/matter.xhtml?id=" + matter.id(), dropped, matter.version());
    }

    static CalendarDay day(Meeting meeting, Locale language) {
        return new CalendarDay("meeting-" + meeting.id(), meeting.heldOn(), Texts.text(language, "calendar.meeting"),
                "matter/meeting.xhtml?id=" + meeting.id(), false, meeting.state().ordinal());
    }
}
