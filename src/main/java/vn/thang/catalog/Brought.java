package vn.thang.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.catalog.document.CatalogFolder;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.document.ModelFaultsException;
import vn.thang.catalog.programme.ProgrammeReader;
import vn.thang.catalog.reading.CatalogReader;
import vn.thang.catalog.reading.EditionReader;
import vn.thang.catalog.reading.PublishedVersions;

/**
 * What came with the application, or lies in its folder, at a start. What is published holds beside it, however faulty it is.
 *
 * @param editions  every version of a model that is sound, by its reference
 * @param programme that of the folder; empty where it is left aside
 * @param faults    of all files that are left aside because what is published holds
 */
record Brought(CatalogFolder folder, Map<String, CatalogReader.Edition> editions, Optional<Own> programme,
        List<Fault> faults) {

    /** A version of the programme, and the hash of its files. */
    record Own(String ref, String hash) {
    }

    /** Where every version of the folder is published as it lies there: none of them is new or another one. */
    static Brought nothingNew(CatalogFolder folder, Own programme) {
        return new Brought(folder, Map.of(), Optional.of(programme), List.of());
    }

    /** @throws ModelFaultsException where nothing that is published could hold instead */
    static Brought read(CatalogFolder folder, List<PublishedVersions.Version> stored) {
        Set<String> known = stored.stream().map(PublishedVersions.Version::ref).collect(Collectors.toSet());
        try {
            CatalogReader.Contents contents = CatalogReader.read(folder);
            return new Brought(folder, contents.editions(),
                    Optional.of(new Own(contents.programme().ref(), contents.programme().hash())),
                    ofKnown(contents.refused(), known));
        } catch (ModelFaultsException faulty) {
            List<PublishedVersions.Version> programmes = stored.stream()
                    .filter(one -> one.kind() == PublishedVersions.Kind.PROGRAMME).toList();
            if (programmes.isEmpty()) {
                throw faulty;
            }
            return beside(folder, stored, programmes, faulty.faults(), known);
        }
    }

    /** The models of the folder beside the programme that is published; none where not one of them is sound. */
    private static Brought beside(CatalogFolder folder, List<PublishedVersions.Version> stored,
            List<PublishedVersions.Version> programmes, List<Fault> faults, Set<String> known) {
        try {
            CatalogReader.Contents models = CatalogReader.read(folder, programmes);
            Set<Fault> ofModels = models.refused().values().stream().flatMap(List::stream).collect(Collectors.toSet());
            List<Fault> left = new ArrayList<>(faults.stream().filter(fault -> !ofModels.contains(fault)).toList());
            left.addAll(ofKnown(models.refused(), known));
            return new Brought(folder, models.editions(), Optional.empty(), List.copyOf(left));
        } catch (ModelFaultsException noModel) {
            CatalogReader.read(folder, stored);
            return new Brought(folder, Map.of(), Optional.empty(), faults);
        }
    }

    private static List<Fault> ofKnown(Map<String, List<Fault>> refused, Set<String> known) {
        return refused.entrySet().stream().filter(one -> known.contains(one.getKey()))
                .flatMap(one -> one.getValue().stream()).toList();
    }

    /** All versions with their files, the models first. */
    List<PublishedVersions.Version> versions() {
        Stream<PublishedVersions.Version> models = editions.entrySet().stream()
                .map(one -> new PublishedVersions.Version(one.getKey(), one.getValue().hash(), one.getValue().early(),
                        EditionReader.files(folder, one.getValue())));
        return Stream.concat(models, programme.stream().map(own -> new PublishedVersions.Version(
                PublishedVersions.Kind.PROGRAMME, own.ref(), own.hash(), false, ProgrammeReader.files(folder), null)))
                .toList();
    }
}
