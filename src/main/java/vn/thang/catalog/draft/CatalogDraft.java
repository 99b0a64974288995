package vn.thang.catalog.draft;

import java.util.List;
import java.util.Map;
import vn.thang.catalog.document.Fault;

/** A version that is not published, as it was checked among all that are. */
public sealed interface CatalogDraft permits ModelDraft, ProgrammeDraft {

    /** Returns the name and version that its structure names; null where that cannot be read. */
    String ref();

    /** Returns every fault of its files; the rest says nothing while there is one. */
    List<Fault> faults();

    /** Returns content by name. */
    Map<String, byte[]> files();

    /** Returns the hash of its files; null while there are faults. */
    String sha256();

    /** Returns the published version that it is compared with; null where there is none. */
    String before();

    /** Returns the same with these faults and nothing else, so that it cannot be published. */
    CatalogDraft with(List<Fault> found);

    /** Returns whether it can be published. */
    default boolean sound() {
        return faults().isEmpty();
    }
}
