package vn.thang.notice.telling;

import static vn.thang.notice.Readers.ADMINISTRATORS_FOR_DRAFT;
import static vn.thang.notice.Readers.PROPOSER_OF_DRAFT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.thang.drafting.DraftEvent;
import vn.thang.notice.NoticeKind;

/** Tells administrators of drafts that wait for them, and proposers of what became of theirs, in the transaction of the deed. */
@ApplicationScoped
class DraftNotices {

    @Inject
    private Telling telling;

    void happened(@Observes DraftEvent event) {
        switch (event) {
            case DraftEvent.DraftProposed proposed ->
                telling.tell(ADMINISTRATORS_FOR_DRAFT, NoticeKind.DRAFT_PROPOSED, proposed.draft(), proposed.ref());
            case DraftEvent.DraftPublished published ->
                telling.tell(PROPOSER_OF_DRAFT, NoticeKind.DRAFT_PUBLISHED, published.draft(), published.ref());
            case DraftEvent.DraftRefused refused ->
                telling.tell(PROPOSER_OF_DRAFT, NoticeKind.DRAFT_REFUSED, refused.draft(), refused.ref());
            case DraftEvent.DraftUploaded uploaded -> {
            }
            case DraftEvent.DraftDropped dropped -> {
            }
        }
    }
}
