package vn.thang.catalog.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.thang.catalog.document.CatalogFolder;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.programme.ProgrammeEdition;
import vn.thang.catalog.programme.ProgrammeReader;

/**
 * The versions of the programme that are published: the one that was published last and can be read holds, after those before
 * it; where none can, the one in the folder does.
 *
 * @param last    as it was read
 * @param holding as it holds; null where the one in the folder does
 * @param refused versions that cannot be read, with every fault
 * @param remarks versions that can be and break rules which came after their publication, with every fault
 */
public record ProgrammeHistory(ProgrammeReader last, ProgrammeEdition holding, Map<String, List<Fault>> refused,
        Map<String, List<Fault>> remarks) {

    /** Reads the versions in the order of their publication. */
    public static ProgrammeHistory read(CatalogFolder folder, List<PublishedVersions.Version> versions) {
        ProgrammeReader last = null;
        ProgrammeEdition holding = null;
        Map<String, List<Fault>> refused = new LinkedHashMap<>();
        Map<String, List<Fault>> remarks = new LinkedHashMap<>();
        for (PublishedVersions.Version version : versions) {
            ProgrammeReader one = ProgrammeReader.read(folder.withProgramme(version.files()));
            Optional<ProgrammeEdition> edition = one.usable();
            if (edition.isEmpty()) {
                refused.put(version.ref(), Fault.inOrder(one.faults()));
            } else if (!one.hash().equals(version.sha256())) {
                refused.put(version.ref(), List.of(one.programme().fault("/version", "published", version.ref())));
            } else {
                last = one;
                holding = holding == null ? edition.get() : edition.get().after(holding, version.on());
                remarks.put(version.ref(), Fault.inOrder(one.faults()));
            }
        }
        return new ProgrammeHistory(last == null ? ProgrammeReader.read(folder) : last, holding, refused, remarks);
    }

    /** Faults of the one that holds, which is no published one. */
    List<Fault> faults() {
        return holding == null ? last.faults() : List.of();
    }

    /** The published version that holds; empty where the one in the folder does. */
    Optional<String> published() {
        return Optional.ofNullable(holding).map(ProgrammeEdition::ref);
    }

    ProgrammeEdition edition() {
        return holding == null ? last.edition() : holding;
    }
}
