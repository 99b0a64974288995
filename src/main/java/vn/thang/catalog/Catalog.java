package vn.thang.catalog;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.catalog.document.CatalogFolder;
import vn.thang.catalog.document.Fault;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.catalog.model.Succession;
import vn.thang.catalog.programme.Breaks;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Measure;
import vn.thang.catalog.programme.Programme;
import vn.thang.catalog.programme.ProgrammeEdition;
import vn.thang.catalog.programme.ProgrammeReader;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.catalog.programme.ProvincePlace;
import vn.thang.catalog.reading.CatalogReader;
import vn.thang.catalog.reading.EditionReader;
import vn.thang.catalog.reading.PublishedVersions;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.MaturityModel;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;

/**
 * Every version of every model and the programme, in memory. Published versions stand in the database, so that all servers
 * have the same; those that come with the application, or lie in the folder that {@code thang.model.dir} names, are their
 * beginning. A version that is asked for and not known is looked for in the database at once. A reference is
 * {@code id/version}, such as vn-dgm/1.0.
 */
@ApplicationScoped
public class Catalog {

    @Inject
    @ConfigProperty(name = "thang.model.dir")
    private Optional<String> directory;

    @Inject
    private PublishedVersions versions;

    private volatile CatalogSnapshot snapshot;
    /** Null until the application has begun. */
    private volatile Brought brought;

    protected Catalog() {
    }

    /** A catalog of the given folder, for use without a server. */
    public Catalog(Optional<Path> folder) {
        directory = folder.map(Path::toString);
        load();
    }

    /** A catalog of a folder beside what is published. */
    Catalog(Path folder, PublishedVersions versions) {
        directory = Optional.of(folder.toString());
        this.versions = versions;
        load();
    }

    /** Reads everything anew; nothing is replaced where the programme is faulty, or every version. */
    @PostConstruct
    synchronized void load() {
        int number = versions == null ? 0 : versions.last();
        snapshot = CatalogSnapshot.of(folder(), number, stored());
    }

    CatalogFolder folder() {
        return directory.map(Path::of).map(CatalogFolder::at).orElseGet(CatalogFolder::packed);
    }

    List<PublishedVersions.Version> stored() {
        return versions == null ? List.of() : versions.list();
    }

    /**
     * Puts the versions that came with the application, or lie in its folder, into the database where they are not there yet; a
     * programme only where there is none. What is faulty there is left aside while something published holds, and
     * {@link #ownFaults} says why. Answers those that are there with other files: what is published holds.
     */
    List<String> settle(Instant now) {
        follow();
        CatalogSnapshot before = snapshot;
        brought = before.unchanged(folder()).map(own -> Brought.nothingNew(folder(), own))
                .orElseGet(() -> Brought.read(folder(), stored()));
        Map<String, String> known = before.published();
        boolean first = !before.hasProgramme();
        List<PublishedVersions.Version> own = brought.versions();
        own.stream().filter(one -> one.kind() == PublishedVersions.Kind.MODEL ? !known.containsKey(one.ref()) : first)
                .forEach(one -> versions.add(one, new PublishedVersions.Publication(null, null, now)));
        follow();
        return own.stream().filter(one -> !known.getOrDefault(one.ref(), one.sha256()).equals(one.sha256()))
                .map(PublishedVersions.Version::ref).toList();
    }

    /** The version of the programme that came with the application, whether or not it is published; empty where it is faulty. */
    public Optional<String> own() {
        return brought == null ? Optional.empty() : brought.programme().map(Brought.Own::ref);
    }

    /** Every fault of what came with the application and is left aside, since what is published holds. */
    public List<Fault> ownFaults() {
        return brought == null ? List.of() : brought.faults();
    }

    /** The files of that version by their names. */
    public Map<String, byte[]> ownFiles() {
        return ProgrammeReader.files(folder());
    }

    /** Takes up what any server has published since. */
    public void follow() {
        if (versions != null && versions.last() != snapshot.number()) {
            load();
        }
    }

    /** Says which versions this server knows: another number says that something was published, or taken up from another server. */
    public int standing() {
        return snapshot.number();
    }

    /** Adds a version; false where it is there already. */
    boolean add(PublishedVersions.Version version, PublishedVersions.Publication publication) {
        return versions.add(version, publication);
    }

    public MaturityModel model(String ref) {
        return edition(ref).model();
    }

    /** The model where the reference is known. */
    public Optional<MaturityModel> find(String ref) {
        return known(ref).map(CatalogReader.Edition::model);
    }

    /**
     * Whether the files of the version can be read. While they cannot, a round with this version asks and scores nothing, and
     * nothing that is stored of it is lost.
     */
    public boolean isReadable(String ref) {
        return known(ref).isPresent();
    }

    /** All versions of all models, in the order of the index. */
    public List<MaturityModel> models() {
        return snapshot.editions().values().stream().map(CatalogReader.Edition::model).toList();
    }

    /** Returns the codes of the criteria that are restricted in any version of a model: restricted in one is restricted in all. */
    public Set<String> restrictedCriteria() {
        return models().stream().flatMap(model -> model.criteria().stream()).filter(Criterion::restricted)
                .map(Criterion::code).collect(Collectors.toSet());
    }

    /** Returns the codes of the indicators that measure restricted criteria; their readings of one agency are restricted too. */
    public Set<String> restrictedIndicators() {
        Set<String> restricted = restrictedCriteria();
        return models().stream().flatMap(model -> measures(model.ref()).entrySet().stream())
                .filter(measure -> restricted.contains(measure.getKey()))
                .map(measure -> measure.getValue().indicator().code()).collect(Collectors.toSet());
    }

    /** Versions whose files are faulty, with every fault, in the order of the index; nothing uses them. */
    public Map<String, List<Fault>> refused() {
        return snapshot.refused();
    }

    /** Published versions that are used and break rules which came after their publication, with every fault. */
    public Map<String, List<Fault>> remarks() {
        return snapshot.contents().remarks();
    }

    /** Whether the model is that of the programme, whose levels its targets mean: the one that the index names first. */
    public boolean national(MaturityModel model) {
        return model.id().equals(snapshot.contents().national());
    }

    /** The words in the language of the person; where the model does not speak it, in the first that it names. */
    public ModelTexts texts(String ref, Locale locale) {
        Map<String, ModelTexts> texts = edition(ref).texts();
        ModelTexts own = texts.get(Texts.language(locale.getLanguage()).getLanguage());
        return own == null ? texts.values().iterator().next() : own;
    }

    public ModelTexts texts(MaturityModel model, Locale locale) {
        return texts(model.ref(), locale);
    }

    /** The files of the version by their names, as they were published. */
    public Map<String, byte[]> files(String ref) {
        return stored().stream().filter(one -> one.ref().equals(ref)).findFirst()
                .map(PublishedVersions.Version::files)
                .orElseGet(() -> snapshot.programme().ref().equals(ref) ? ProgrammeReader.files(folder())
                        : EditionReader.files(folder(), edition(ref)));
    }

    /** SHA-256 over the files of the version, in hexadecimal: what a published result names to be repeatable. */
    public String hash(String ref) {
        ProgrammeEdition programme = edition();
        return programme.ref().equals(ref) ? programme.hash() : edition(ref).hash();
    }

    /**
     * How a version goes on from an earlier one, over all versions that lie between; empty where neither is the other nor goes on
     * from it.
     */
    public Optional<Succession> succession(String ref, String before) {
        return Succession.between(ref, before, this::continued);
    }

    /** How a version goes on from the one that it names; empty where it names none. */
    public Optional<Succession> continued(String ref) {
        return Optional.ofNullable(snapshot.editions().get(ref)).flatMap(CatalogReader.Edition::succession);
    }

    /**
     * Whether levels of the whole and of its dimensions mean the same by a version as by an earlier one, as it says itself or the
     * versions between say. Everything that sets results of two rounds side by side asks this.
     */
    public boolean compares(String ref, String before) {
        return succession(ref, before).filter(Succession::joined).isPresent();
    }

    /** Whether the levels of a criterion do; one that only one of the two versions asks compares with nothing. */
    public boolean compares(String ref, String before, String criterion) {
        return succession(ref, before).filter(way -> way.joined(criterion)).isPresent()
                && snapshot.asks(ref, criterion) && snapshot.asks(before, criterion);
    }

    /** The version of the programme that holds: the one that was published last. */
    public ProgrammeEdition edition() {
        return snapshot.programme();
    }

    public Programme programme() {
        return snapshot.programme().programme();
    }

    public ProgrammeTexts programmeTexts(Locale locale) {
        return snapshot.programme().words(locale);
    }

    /** What is measured, in the order of the file. */
    public List<Indicator> indicators() {
        return snapshot.programme().indicators();
    }

    /** Returns the days from which values of targets and indicators mean something else, from the version of the programme that holds. */
    public Breaks breaks() {
        return snapshot.programme().breaks();
    }

    /** What measures the criteria of a model, by criterion: the one resolution of their links. */
    public Map<String, Measure> measures(String ref) {
        edition(ref);
        return snapshot.measures().get(ref);
    }

    public Optional<Indicator> indicator(String code) {
        return indicators().stream().filter(indicator -> indicator.code().equals(code)).findFirst();
    }

    /** The agencies of the first level and those they came from, as the CSV that the import of agencies reads. */
    public String agencies() {
        return snapshot.contents().agencies();
    }

    /** Lists the places of the provinces on the map of tiles. */
    public List<ProvincePlace> tiles() {
        return snapshot.contents().tiles();
    }

    private CatalogReader.Edition edition(String ref) {
        return known(ref).orElseThrow(() -> new BusinessException.Conflict("catalog.unreadable", ref));
    }

    private Optional<CatalogReader.Edition> known(String ref) {
        if (!snapshot.editions().containsKey(ref)) {
            follow();
        }
        return Optional.ofNullable(snapshot.editions().get(ref));
    }
}
