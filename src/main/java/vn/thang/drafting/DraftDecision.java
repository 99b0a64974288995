package vn.thang.drafting;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import vn.thang.catalog.CatalogDrafts;
import vn.thang.catalog.draft.CatalogDraft;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * What two people decide about a draft: one proposes a draft without faults, another publishes it or refuses it with a reason. A national
 * matter of administrators.
 */
@ApplicationScoped
@Transactional
public class DraftDecision {

    private static final int LONGEST_REASON = 1_000;

    @Inject
    private Drafting drafting;

    @Inject
    private Drafts drafts;

    @Inject
    private CatalogDrafts drafted;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DraftEvent> events;

    /** Proposes to publish a draft; nothing changes until another person does. */
    @Requires(ADMINISTER)
    public void propose(long id) {
        Draft draft = drafting.get(id);
        needs(draft, DraftState.UPLOADED);
        CatalogDraft sound = drafting.sound(draft);
        drafts.propose(draft, caller.personId(), clock.instant());
        events.fire(new DraftEvent.DraftProposed(id, sound.ref(), sound.sha256()));
    }

    /**
     * Publishes a draft as another person proposed: rounds can be opened on it at once, on every server.
     *
     * @throws BusinessException when the person proposed it themselves, it has faults among what is published by now, or somebody publishes another
     *                           one at the same time
     */
    @Requires(ADMINISTER)
    public void publish(long id) {
        drafts.takeTurn();
        Draft draft = drafting.get(id);
        needs(draft, DraftState.PROPOSED);
        another(draft);
        CatalogDraft sound = drafting.sound(draft);
        drafts.decide(draft, DraftState.PUBLISHED, null, caller.personId(), clock.instant());
        drafted.publish(sound, draft.proposedBy(), caller.personId(), clock.instant());
        events.fire(new DraftEvent.DraftPublished(id, sound.ref(), sound.sha256()));
    }

    /** Decides against a proposed draft; the reason stands on its page. */
    @Requires(ADMINISTER)
    public void refuse(long id, String reason) {
        Draft draft = drafting.get(id);
        needs(draft, DraftState.PROPOSED);
        another(draft);
        String given = GivenText.required(reason, LONGEST_REASON, "draft.reason-needed");
        drafts.decide(draft, DraftState.REFUSED, given, caller.personId(), clock.instant());
        events.fire(new DraftEvent.DraftRefused(id, draft.ref(), given));
    }

    /** Drops a draft on which nothing is decided; a proposed one only by whoever proposed it. */
    @Requires(ADMINISTER)
    public void drop(long id) {
        Draft draft = drafting.get(id);
        if (!draft.open()) {
            throw new BusinessException("draft.decided");
        }
        if (draft.state() == DraftState.PROPOSED && !draft.proposedBy().equals(caller.personId())) {
            throw new BusinessException("draft.not-own");
        }
        drafts.decide(draft, DraftState.DROPPED, null, caller.personId(), clock.instant());
        events.fire(new DraftEvent.DraftDropped(id, draft.ref()));
    }

    private void another(Draft draft) {
        if (caller.personId() == null || caller.personId().equals(draft.proposedBy())) {
            throw new BusinessException("draft.own");
        }
    }

    private static void needs(Draft draft, DraftState state) {
        if (draft.state() != state) {
            throw new BusinessException(Map.of(DraftState.UPLOADED, "draft.not-uploaded", DraftState.PROPOSED,
                    "draft.not-proposed").get(state));
        }
    }
}
