package vn.thang.notice.telling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.thang.matter.meeting.MeetingEvent;

/** Decides whom to tell of what becomes of meetings: what a meeting decides is told as a matter, all else stands on its page. */
@ApplicationScoped
class MeetingNotices {

    void happened(@Observes MeetingEvent event) {
        switch (event) {
            case MeetingEvent.MeetingPrepared prepared -> {
            }
            case MeetingEvent.ExceptionPicked picked -> {
            }
            case MeetingEvent.ExceptionLeft left -> {
            }
            case MeetingEvent.MeetingFrozen frozen -> {
            }
            case MeetingEvent.MeetingClosed closed -> {
            }
            case MeetingEvent.MeetingGivenUp givenUp -> {
            }
            case MeetingEvent.PackTaken taken -> {
            }
        }
    }
}
