package vn.thang.notice.telling;

import static vn.thang.notice.Readers.ADMINISTRATORS;
import static vn.thang.notice.Readers.OWN_PEOPLE;
import static vn.thang.notice.Readers.PEOPLE_OF_LAPSED;
import static vn.thang.notice.Readers.PEOPLE_OF_PROVISIONAL;
import static vn.thang.notice.Readers.PEOPLE_OF_ROUND;
import static vn.thang.notice.Readers.PEOPLE_WITHOUT_RESULT;
import static vn.thang.notice.Readers.PEOPLE_WITH_RESULT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import vn.thang.assessment.round.RoundEvent;
import vn.thang.notice.NoticeKind;
import vn.thang.notice.Notices;
import vn.thang.platform.work.WorkEnded;

/** Tells people of what happens to rounds and of long work that ended, in the transaction in which it happens. */
@ApplicationScoped
class RoundNotices {

    @Inject
    private Notices notices;

    @Inject
    private Telling telling;

    void happened(@Observes RoundEvent event) {
        switch (event) {
            case RoundEvent.RoundOpened opened -> tellAll(NoticeKind.ROUND_OPENED, opened.round());
            case RoundEvent.RoundReopened reopened -> tellAll(NoticeKind.ROUND_OPENED, reopened.round());
            case RoundEvent.RoundExtended extended -> tellAll(NoticeKind.ROUND_EXTENDED, extended.round());
            case RoundEvent.RoundClosed closed -> tellAll(NoticeKind.ROUND_CLOSED, closed.round());
            case RoundEvent.ResultsPublished published -> tellOfResults(published.round());
            case RoundEvent.StageMoved moved -> tellAll(NoticeKind.STAGE_MOVED, moved.round(), moved.stage().name(),
                    notices.due(moved.round(), moved.stage().name()));
            case RoundEvent.StageExtended extended ->
                telling.tellDue(OWN_PEOPLE, NoticeKind.EXTENDED, extended.assessment(), extended.stage().name(),
                        extended.day());
            case RoundEvent.AgencyReminded reminded ->
                telling.tellDaily(OWN_PEOPLE, NoticeKind.REMINDED, reminded.assessment(), reminded.due());
            case RoundEvent.ResultsIssued issued ->
                telling.tellDue(PEOPLE_OF_PROVISIONAL, NoticeKind.PROVISIONAL, issued.round(), null,
                        issued.replyUntil());
            case RoundEvent.RepliesLapsed lapsed -> telling.tell(PEOPLE_OF_LAPSED,
                    new Notices.News(NoticeKind.LAPSED, lapsed.round(), "lapse", null, null, null));
            case RoundEvent.RoundWithdrawn withdrawn -> tellAll(NoticeKind.ROUND_WITHDRAWN, withdrawn.round());
            case RoundEvent.WithdrawalProposed proposed ->
                telling.tell(ADMINISTRATORS, NoticeKind.WITHDRAWAL_PROPOSED, proposed.round());
            case RoundEvent.WithdrawalDropped dropped -> {
            }
            case RoundEvent.RehearsalRemoved removed -> notices.remove(removed.round());
            case RoundEvent.AgencyJoined joined -> {
            }
            case RoundEvent.RoundCreated created -> {
            }
            case RoundEvent.RoundEdited edited -> {
            }
            case RoundEvent.ResultsFrozen frozen -> {
            }
            case RoundEvent.RoundRescored rescored -> {
            }
        }
    }

    void ended(@Observes WorkEnded work) {
        if (work.starter() != null) {
            telling.tellStarter(work.failed() ? NoticeKind.WORK_FAILED : NoticeKind.WORK_DONE, work);
        }
    }

    /** Whoever answers for an agency with a result is led to the plan that follows from it. */
    private void tellOfResults(long round) {
        telling.tell(PEOPLE_WITH_RESULT, NoticeKind.PLAN_OFFERED, round);
        telling.tell(PEOPLE_WITHOUT_RESULT, NoticeKind.ROUND_PUBLISHED, round);
        telling.tell(ADMINISTRATORS, NoticeKind.ROUND_PUBLISHED, round);
    }

    private void tellAll(NoticeKind kind, long round) {
        tellAll(kind, round, null, notices.due(round));
    }

    private void tellAll(NoticeKind kind, long round, String stage, LocalDate due) {
        Notices.News news = new Notices.News(kind, round, telling.now().toString(), stage, due, null);
        telling.tell(PEOPLE_OF_ROUND, news);
        telling.tell(ADMINISTRATORS, news);
    }
}
