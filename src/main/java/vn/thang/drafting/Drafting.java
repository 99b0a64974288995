package vn.thang.drafting;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.ModelChange;
import vn.thang.catalog.ModelDraft;
import vn.thang.organisation.agency.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.platform.Sha256;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * Takes drafts of versions of models from the upload to the decision: one person proposes a draft without faults, another
 * publishes it or refuses it with a reason. A national matter of administrators.
 */
@ApplicationScoped
@Transactional
public class Drafting {

    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_NAME = 200;

    @Inject
    private Drafts drafts;

    @Inject
    private Catalog catalog;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DraftEvent> events;

    /** Lists the newest drafts, the newest first. */
    @Requires(ADMINISTER)
    public List<Draft> list() {
        national();
        return drafts.list();
    }

    /** Lists what is published, the newest first. */
    @Requires(ADMINISTER)
    public List<PublishedVersion> published() {
        national();
        return drafts.published();
    }

    /** @throws BusinessException.NotFound where there is none */
    @Requires(ADMINISTER)
    public Draft get(long id) {
        national();
        return drafts.get(id);
    }

    /**
     * Keeps an archive with the files of a version, however faulty they are; answers the id of the draft.
     *
     * @throws BusinessException where it is no such archive; then nothing is kept
     */
    @Requires(ADMINISTER)
    public long upload(String name, byte[] content) {
        national();
        ModelDraft draft = catalog.draft(ModelArchive.files(content));
        String given = GivenText.orNull(name) == null ? "model.zip" : name.strip();
        String sha256 = Sha256.hex(content);
        long id = drafts.add(draft.ref(), given.substring(Math.max(0, given.length() - LONGEST_NAME)), sha256, content,
                caller.personId(), clock.instant());
        events.fire(new DraftEvent.DraftUploaded(id, draft.ref(), sha256, draft.faults().size()));
        return id;
    }

    /** Checks the files of a draft among all versions that are published today; of a published one only what it was. */
    @Requires(ADMINISTER)
    public ModelDraft check(long id) {
        national();
        return checked(drafts.get(id));
    }

    private ModelDraft checked(Draft draft) {
        return catalog.draft(ModelArchive.files(drafts.content(draft.id())));
    }

    /**
     * What a draft changes.
     *
     * @param before the version that it is compared with; null where there is none
     */
    public record Difference(String before, List<ModelChange> changes) {
    }

    /** Compares a draft with the version before. */
    @Requires(ADMINISTER)
    public Difference difference(long id) {
        ModelDraft sound = sound(id);
        return new Difference(sound.before(), catalog.changes(sound));
    }

    /** Proposes to publish a draft; nothing changes until another person does. */
    @Requires(ADMINISTER)
    public void propose(long id) {
        Draft draft = get(id);
        needs(draft, DraftState.UPLOADED);
        ModelDraft sound = sound(draft);
        drafts.propose(draft, caller.personId(), clock.instant());
        events.fire(new DraftEvent.DraftProposed(id, sound.ref(), sound.sha256()));
    }

    /**
     * Publishes a draft as another person proposed: rounds can be opened on it at once, on every server.
     *
     * @throws BusinessException when the person proposed it themselves, or it has faults among what is published by now
     */
    @Requires(ADMINISTER)
    public void publish(long id) {
        Draft draft = get(id);
        needs(draft, DraftState.PROPOSED);
        another(draft);
        ModelDraft sound = sound(draft);
        drafts.decide(draft, DraftState.PUBLISHED, null, caller.personId(), clock.instant());
        catalog.publish(sound, draft.proposedBy(), caller.personId(), clock.instant());
        events.fire(new DraftEvent.DraftPublished(id, sound.ref(), sound.sha256()));
    }

    /** Decides against a proposed draft; the reason stands on its page. */
    @Requires(ADMINISTER)
    public void refuse(long id, String reason) {
        Draft draft = get(id);
        needs(draft, DraftState.PROPOSED);
        another(draft);
        String given = GivenText.required(reason, LONGEST_REASON, "draft.reason-needed");
        drafts.decide(draft, DraftState.REFUSED, given, caller.personId(), clock.instant());
        events.fire(new DraftEvent.DraftRefused(id, draft.ref(), given));
    }

    /** Drops a draft on which nothing is decided; a proposed one only by whoever proposed it. */
    @Requires(ADMINISTER)
    public void drop(long id) {
        Draft draft = get(id);
        if (!draft.open()) {
            throw new BusinessException("draft.decided");
        }
        if (draft.state() == DraftState.PROPOSED && !draft.proposedBy().equals(caller.personId())) {
            throw new BusinessException("draft.not-own");
        }
        drafts.decide(draft, DraftState.DROPPED, null, caller.personId(), clock.instant());
        events.fire(new DraftEvent.DraftDropped(id, draft.ref()));
    }

    /**
     * Checks a draft likewise.
     *
     * @throws BusinessException where it has faults
     */
    @Requires(ADMINISTER)
    public ModelDraft sound(long id) {
        return sound(get(id));
    }

    private ModelDraft sound(Draft draft) {
        ModelDraft checked = checked(draft);
        if (!checked.sound()) {
            throw new BusinessException("draft.faulty", checked.faults().size());
        }
        return checked;
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

    private void national() {
        caller.check(ADMINISTER, agencies.rootPath());
    }
}
