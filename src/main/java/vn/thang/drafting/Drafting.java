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
 * Keeps drafts of versions of models and of the programme, checks them among what is published, and tells what they change;
 * what becomes of them is a {@link DraftDecision}. A national matter of administrators.
 */
@ApplicationScoped
@Transactional
public class Drafting {

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

    /** @throws BusinessException where it has faults among what is published by now */
    CatalogDraft sound(Draft draft) {
        CatalogDraft checked = checked(draft);
        if (!checked.sound()) {
            throw new BusinessException("draft.faulty", checked.faults().size());
        }
        return checked;
    }

    private void national() {
        caller.check(ADMINISTER, agencies.rootPath());
    }
}
