package vn.thang.drafting;

import static vn.thang.security.Permission.ADMINISTER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.CatalogDrafts;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.draft.CatalogDraft;
import vn.thang.catalog.draft.ModelChange;
import vn.thang.catalog.draft.ModelDraft;
import vn.thang.catalog.draft.ProgrammeDraft;
import vn.thang.catalog.reading.PublishedVersions.Kind;
import vn.thang.drafting.form.FormWriter;
import vn.thang.drafting.form.UploadedFiles;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.BusinessException;
import vn.thang.platform.GivenText;
import vn.thang.platform.Sha256;
import vn.thang.security.Caller;
import vn.thang.security.Requires;

/**
 * Takes drafts of versions of models and of the programme from the upload to the decision: one person proposes a draft without faults, another
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
    private CatalogDrafts drafted;

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

    /** Published versions that this release cannot read, with every fault; nothing uses them. */
    @Requires(ADMINISTER)
    public Map<String, List<Fault>> refused() {
        national();
        return catalog.refused();
    }

    /** Every fault of what came with the application and is left aside, since what is published holds. */
    @Requires(ADMINISTER)
    public List<Fault> broughtFaults() {
        national();
        return catalog.ownFaults();
    }

    /** Published versions that are used and break rules which came after their publication, with every fault. */
    @Requires(ADMINISTER)
    public Map<String, List<Fault>> remarks() {
        national();
        return catalog.remarks();
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
        UploadedFiles files = ModelArchive.read(content);
        CatalogDraft draft = checked(files);
        String given = GivenText.orNull(name) == null ? "model.zip" : name.strip();
        String sha256 = Sha256.hex(content);
        long id = drafts.add(draft instanceof ProgrammeDraft ? Kind.PROGRAMME : Kind.MODEL, draft.ref(),
                given.substring(Math.max(0, given.length() - LONGEST_NAME)), sha256, content,
                caller.personId(), clock.instant());
        events.fire(new DraftEvent.DraftUploaded(id, draft.ref(), sha256, draft.faults().size()));
        return id;
    }

    /**
     * Names the version of the programme that came with the application and is not published. It holds nothing until two people
     * have published it, as targets are nobody's to change with a release.
     */
    @Requires(ADMINISTER)
    public Optional<String> brought() {
        return catalog.own().filter(ref -> published().stream().noneMatch(one -> one.ref().equals(ref)));
    }

    /**
     * Keeps that version as a draft; answers its id.
     *
     * @throws BusinessException.NotFound where there is none
     */
    @Requires(ADMINISTER)
    public long takeBrought() {
        String ref = brought().orElseThrow(() -> new BusinessException.NotFound("draft.none-brought"));
        return upload(ref.replace('/', '-') + ".zip", ModelArchive.write(ref, catalog.ownFiles()));
    }

    /** Checks the files of a draft among all versions that are published today; of a published one only what it was. */
    @Requires(ADMINISTER)
    public CatalogDraft check(long id) {
        national();
        return checked(drafts.get(id));
    }

    private CatalogDraft checked(Draft draft) {
        return checked(ModelArchive.read(drafts.content(draft.id())));
    }

    /** Every fault of a workbook is told by its cell; one that it has itself is a fault of the draft. */
    private CatalogDraft checked(UploadedFiles files) {
        CatalogDraft draft = drafted.check(files.files(), LocalDate.now(clock));
        List<Fault> faults = Stream.concat(files.faults().stream(), files.placed(draft.faults()).stream()).toList();
        return faults.isEmpty() ? draft : draft.with(faults);
    }

    /** The files of a published version as a workbook or an archive, to begin another one with. */
    @Requires(ADMINISTER)
    public byte[] form(String ref, Locale locale) {
        return FormWriter.write(ref, publishedFiles(ref), locale);
    }

    @Requires(ADMINISTER)
    public byte[] archive(String ref) {
        return ModelArchive.write(ref, publishedFiles(ref));
    }

    private Map<String, byte[]> publishedFiles(String ref) {
        national();
        if (drafts.published().stream().noneMatch(one -> one.ref().equals(ref))) {
            throw new BusinessException.NotFound("draft.no-version", ref);
        }
        return catalog.files(ref);
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
        CatalogDraft sound = sound(get(id));
        return new Difference(sound.before(), drafted.changes(sound));
    }

    /** Proposes to publish a draft; nothing changes until another person does. */
    @Requires(ADMINISTER)
    public void propose(long id) {
        Draft draft = get(id);
        needs(draft, DraftState.UPLOADED);
        CatalogDraft sound = sound(draft);
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
        Draft draft = get(id);
        needs(draft, DraftState.PROPOSED);
        another(draft);
        CatalogDraft sound = sound(draft);
        drafts.decide(draft, DraftState.PUBLISHED, null, caller.personId(), clock.instant());
        drafted.publish(sound, draft.proposedBy(), caller.personId(), clock.instant());
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
     * Checks a draft of a model likewise.
     *
     * @throws BusinessException where it has faults, or is of the programme
     */
    @Requires(ADMINISTER)
    public ModelDraft model(long id) {
        if (sound(get(id)) instanceof ModelDraft model) {
            return model;
        }
        throw new BusinessException.NotFound("draft.no-model");
    }

    /**
     * Checks a draft of the programme likewise.
     *
     * @throws BusinessException where it has faults, or is of a model
     */
    @Requires(ADMINISTER)
    public ProgrammeDraft programme(long id) {
        if (sound(get(id)) instanceof ProgrammeDraft programme) {
            return programme;
        }
        throw new BusinessException.NotFound("draft.no-programme");
    }

    private CatalogDraft sound(Draft draft) {
        CatalogDraft checked = checked(draft);
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
