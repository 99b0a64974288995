package vn.thang.notice.telling;

import static vn.thang.notice.Readers.ASKER_OF_MATTER;
import static vn.thang.notice.Readers.COPIES_OF_MATTER;
import static vn.thang.notice.Readers.OF_MATTER;
import static vn.thang.notice.Readers.OWNER_OF_INDICATOR;
import static vn.thang.notice.Readers.OWNER_OF_TARGET;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.thang.matter.MatterEvent;
import vn.thang.notice.NoticeKind;
import vn.thang.notice.Notices;

/** Tells people of what becomes of matters, in the transaction in which it happens. */
@ApplicationScoped
class MatterNotices {

    @Inject
    private Notices notices;

    @Inject
    private Telling telling;

    void happened(@Observes MatterEvent event) {
        switch (event) {
            case MatterEvent.MatterAsked asked -> {
                tellTheAsked(NoticeKind.MATTER_ASKED, asked.matter());
                telling.tell(COPIES_OF_MATTER, NoticeKind.MATTER_COPIED, asked.matter());
            }
            case MatterEvent.DecisionTaken decision -> {
                tellTheAsked(NoticeKind.DECISION_TAKEN, decision.matter());
                telling.tell(COPIES_OF_MATTER, NoticeKind.MATTER_COPIED, decision.matter());
            }
            case MatterEvent.MeasurePlanned planned -> tellTheAsked(NoticeKind.MEASURE_PLANNED, planned.matter());
            case MatterEvent.MatterAskedAgain again -> tellTheAsked(NoticeKind.MATTER_AGAIN, again.matter());
            case MatterEvent.MatterMoved moved -> tellTheAsked(NoticeKind.MATTER_MOVED, moved.matter());
            case MatterEvent.MatterAnswered answered -> {
                telling.tell(ASKER_OF_MATTER, NoticeKind.MATTER_ANSWERED, answered.matter());
                telling.tell(COPIES_OF_MATTER, NoticeKind.MATTER_ANSWER_COPIED, answered.matter());
            }
            case MatterEvent.MatterAccepted accepted -> tellOfTheEnd(NoticeKind.MATTER_ACCEPTED, accepted.matter());
            case MatterEvent.MatterClosed closed -> tellOfTheEnd(NoticeKind.MATTER_ENDED, closed.matter());
            case MatterEvent.MatterSucceeded succeeded -> {
                tellTheAsked(NoticeKind.MATTER_SUCCEEDED, succeeded.matter());
                telling.tell(ASKER_OF_MATTER, NoticeKind.MATTER_SUCCEEDED, succeeded.matter());
            }
            case MatterEvent.MatterOrphaned orphaned ->
                telling.tell(ASKER_OF_MATTER, NoticeKind.MATTER_ORPHANED, orphaned.matter());
            case MatterEvent.OwnerNamed named -> {
                boolean target = named.of().equals("target");
                telling.tell(target ? OWNER_OF_TARGET : OWNER_OF_INDICATOR,
                        target ? NoticeKind.TARGET_OWNED : NoticeKind.INDICATOR_OWNED, named.owner(), named.code());
            }
            case MatterEvent.WordWritten written -> {
            }
            case MatterEvent.MatterDropped dropped -> tellOfTheEnd(NoticeKind.MATTER_ENDED, dropped.matter());
        }
    }

    private void tellOfTheEnd(NoticeKind kind, long matter) {
        telling.tell(OF_MATTER, kind, matter);
        telling.tell(COPIES_OF_MATTER, kind, matter);
    }

    private void tellTheAsked(NoticeKind kind, long matter) {
        telling.tellDue(OF_MATTER, kind, matter, null, notices.dueOfMatter(matter));
    }
}
