package vn.thang.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thang.catalog.draft.CatalogDraft;
import vn.thang.catalog.draft.DraftCheck;
import vn.thang.catalog.draft.ModelChange;
import vn.thang.catalog.draft.ModelDifference;
import vn.thang.catalog.draft.ModelDraft;
import vn.thang.catalog.draft.ProgrammeDifference;
import vn.thang.catalog.draft.ProgrammeDraft;
import vn.thang.catalog.programme.ProgrammeReader;
import vn.thang.catalog.reading.PublishedVersions;
import vn.thang.platform.BusinessException;

/**
 * Drafts of models and of the programme beside what is published: checks them, compares them, and publishes what is
 * sound.
 */
@ApplicationScoped
public class CatalogDrafts {

    private Catalog catalog;

    protected CatalogDrafts() {
    }

    @Inject
    public CatalogDrafts(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Checks a draft among all versions that are published: of the programme where it has one of its files, else of a
     * model.
     *
     * @param today in Viet Nam
     */
    public CatalogDraft check(Map<String, byte[]> files, LocalDate today) {
        return isProgramme(files.keySet()) ? DraftCheck.programme(catalog.folder(), catalog.stored(), files, today)
                : model(files);
    }

    private static boolean isProgramme(Set<String> names) {
        return names.contains(ProgrammeReader.STRUCTURE) || names.contains(ProgrammeReader.INDICATORS);
    }

    /** Checks a draft of a model among all versions that are published. */
    public ModelDraft model(Map<String, byte[]> files) {
        return DraftCheck.model(catalog.folder(), catalog.stored(), files);
    }

    /**
     * Checks files of a model among indicators of other files of the programme; among those that hold where there are
     * none.
     */
    public ModelDraft model(Map<String, byte[]> files, Map<String, byte[]> programme) {
        return programme.isEmpty() ? model(files)
                : DraftCheck.model(catalog.folder().withProgramme(programme), List.of(), files);
    }

    /** Lists what a draft changes in the version that it is compared with, in the order of the files. */
    public List<ModelChange> changes(CatalogDraft draft) {
        Map<String, byte[]> before = catalog.stored().stream().filter(one -> one.ref().equals(draft.before()))
                .findFirst().map(PublishedVersions.Version::files).orElse(Map.of());
        return draft instanceof ProgrammeDraft ? ProgrammeDifference.between(before, draft.files())
                : ModelDifference.between(before, draft.files());
    }

    /**
     * Publishes a draft that is sound; whoever asks has the right to, and is another person than the proposer. It is
     * known as soon as the transaction is committed.
     *
     * @throws BusinessException.Conflict where the version is there already
     */
    public void publish(CatalogDraft draft, Long proposer, Long publisher, Instant now) {
        PublishedVersions.Version version = new PublishedVersions.Version(draft instanceof ProgrammeDraft
                ? PublishedVersions.Kind.PROGRAMME : PublishedVersions.Kind.MODEL, draft.ref(), draft.sha256(), false,
                draft.files(), null);
        if (!draft.sound() || !catalog.add(version, new PublishedVersions.Publication(proposer, publisher, now))) {
            throw new BusinessException.Conflict("catalog.there-already", draft.ref());
        }
    }
}
