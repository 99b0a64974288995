package vn.thang.catalog.draft;

import java.util.List;
import java.util.Map;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.programme.ProgrammeEdition;

/**
 * A version of the programme that is not published, as it was checked among all models that are.
 *
 * @param ref       programme and version that its structure names; null where that cannot be read
 * @param faults    every fault of its files; the rest says nothing while there is one
 * @param files     content by name, such as programme.yaml
 * @param following what would hold if it were published today; null while there are faults
 * @param always    what would hold if it had held from the beginning; null while there are faults
 * @param before    the published version that it is compared with
 */
public record ProgrammeDraft(String ref, List<Fault> faults, Map<String, byte[]> files, ProgrammeEdition following,
        ProgrammeEdition always, String before) implements CatalogDraft {

    @Override
    public ProgrammeDraft with(List<Fault> found) {
        return new ProgrammeDraft(ref, found, files, null, null, before);
    }

    @Override
    public String sha256() {
        return always == null ? null : always.hash();
    }
}
