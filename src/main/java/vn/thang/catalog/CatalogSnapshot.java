package vn.thang.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.catalog.document.CatalogFolder;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.programme.Measure;
import vn.thang.catalog.programme.ProgrammeEdition;
import vn.thang.catalog.programme.ProgrammeReader;
import vn.thang.catalog.reading.CatalogReader;
import vn.thang.catalog.reading.EditionReader;
import vn.thang.catalog.reading.PublishedVersions;
import vn.thang.core.model.Criterion;

/**
 * What the catalog knows at one time; what is published later is in the next one, so that nobody reads half of both.
 *
 * @param number       of the version that was published last
 * @param published    the hash of each version that was published then, by its reference
 * @param hasProgramme whether one of these is a version of the programme
 * @param contents     what was read
 * @param measures     what measures the criteria of each model, by criterion: the one resolution of their links
 * @param asked        the codes of the criteria of each model
 */
record CatalogSnapshot(int number, Map<String, String> published, boolean hasProgramme, CatalogReader.Contents contents,
        Map<String, Map<String, Measure>> measures, Map<String, Set<String>> asked) {

    /** Reads the folder and what is published. */
    static CatalogSnapshot of(CatalogFolder folder, int number, List<PublishedVersions.Version> stored) {
        CatalogReader.Contents read = CatalogReader.read(folder, stored);
        return new CatalogSnapshot(number,
                stored.stream().collect(Collectors.toUnmodifiableMap(PublishedVersions.Version::ref,
                        PublishedVersions.Version::sha256)),
                stored.stream().anyMatch(one -> one.kind() == PublishedVersions.Kind.PROGRAMME), read,
                read.editions().entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                        edition -> Measure.of(edition.getValue().model(), read.programme().indicators(),
                                edition.getValue().early()))),
                read.editions().entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                        edition -> edition.getValue().model().criteria().stream().map(Criterion::code)
                                .collect(Collectors.toUnmodifiableSet()))));
    }

    Map<String, CatalogReader.Edition> editions() {
        return contents.editions();
    }

    Map<String, List<Fault>> refused() {
        return contents.refused();
    }

    ProgrammeEdition programme() {
        return contents.programme();
    }

    /** Of a version that cannot be read now nothing else is said: whoever has an answer by it was asked. */
    boolean asks(String ref, String criterion) {
        Set<String> codes = asked.get(ref);
        return codes == null || codes.contains(criterion);
    }

    /**
     * The version of the programme in the folder, where each version there is published with the very files that lie there;
     * their hashes say so, and no file is checked once more. Empty where any file is another one, where a version is new, and
     * where one is refused.
     */
    Optional<Brought.Own> unchanged(CatalogFolder folder) {
        boolean sameModels = CatalogReader.listed(folder).entrySet().stream()
                .allMatch(listed -> publishedAsItLies(folder, listed.getKey(), listed.getValue()));
        return !sameModels ? Optional.empty()
                : ProgrammeReader.hash(folder).flatMap(hash -> published.entrySet().stream()
                        .filter(one -> one.getValue().equals(hash)).findFirst()
                        .map(one -> new Brought.Own(one.getKey(), hash)));
    }

    /**
     * Whether a version can be used and is published with the files that lie in the folder.
     *
     * @param indexed the hash that the index names; empty where it names none
     */
    private boolean publishedAsItLies(CatalogFolder folder, String ref, Optional<String> indexed) {
        String hash = published.get(ref);
        return hash != null && editions().containsKey(ref) && indexed.filter(one -> !one.equals(hash)).isEmpty()
                && EditionReader.hash(folder, editions().get(ref)).filter(hash::equals).isPresent();
    }
}
