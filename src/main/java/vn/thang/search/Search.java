package vn.thang.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.assessment.answer.NamedEvidence;
import vn.thang.assessment.filling.EvidenceFinding;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.catalog.programme.Indicator;
import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.catalog.programme.ProgrammeTexts;
import vn.thang.core.model.MaturityModel;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.organisation.agency.directory.DirectoryLine;
import vn.thang.organisation.people.administration.PeopleAdministration;
import vn.thang.organisation.people.administration.PeopleFilter;
import vn.thang.organisation.people.administration.PeopleOrder;
import vn.thang.platform.Texts;
import vn.thang.platform.list.Cut;
import vn.thang.search.SearchIndex.Entry;
import vn.thang.security.Caller;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Finding things by words, each kind by itself: what the caller may open, and nothing else. */
@ApplicationScoped
@Transactional
@Requires({Permission.VIEW, Permission.CONTRIBUTE})
public class Search {

    /** Words beyond this are cut, since nobody types them and each costs. */
    static final int LONGEST = 200;
    /** How many documents that fit are looked at for those that the caller may read. */
    private static final int CANDIDATES = 500;

    @Inject
    private SearchIndex index;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private PeopleAdministration people;

    @Inject
    private EvidenceFinding documents;

    @Inject
    private DocumentIndexing indexing;

    @Inject
    private Catalog catalog;

    @Inject
    private Caller caller;

    private final ReentrantLock taking = new ReentrantLock();
    private volatile Map<String, DirectoryLine> known = Map.of();
    private volatile boolean filled;
    private int catalogStanding = -1;
    private String standing = "";

    /**
     * Returns what the words fit, kind by kind; kinds without a hit are left out.
     *
     * @param only one kind alone, or null for all
     * @param most so many hits of each kind
     */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public List<Found> find(String words, FoundKind only, int most, Locale locale) {
        String asked = words == null ? "" : words.strip();
        if (asked.isEmpty()) {
            return List.of();
        }
        String cut = asked.substring(0, Math.min(LONGEST, asked.length()));
        takeIn();
        return Stream.of(FoundKind.values()).filter(kind -> only == null || kind == only).filter(this::mayFind)
                .map(kind -> Found.of(kind, hits(kind, cut, most + 1, locale), most))
                .filter(found -> !found.hits().isEmpty()).toList();
    }

    /** Answers whether documents are found as well; after a start of the server that takes a moment. */
    @Requires({Permission.VIEW, Permission.CONTRIBUTE})
    public boolean knowsDocuments() {
        return !caller.can(Permission.VIEW) || indexing.keepUp();
    }

    private boolean mayFind(FoundKind kind) {
        return switch (kind) {
            case CRITERION -> true;
            case AGENCY, TARGET, INDICATOR, DOCUMENT -> caller.can(Permission.VIEW);
            case PERSON -> caller.can(Permission.ADMINISTER);
        };
    }

    private List<Hit> hits(FoundKind kind, String words, int most, Locale locale) {
        return switch (kind) {
            case AGENCY -> of(kind, words, most, code -> agency(known.get(code), locale));
            case TARGET -> of(kind, words, most, code -> target(code, locale));
            case CRITERION -> of(kind, words, most, key -> criterion(key, locale));
            case INDICATOR -> of(kind, words, most, code -> indicator(code, locale));
            case DOCUMENT -> documents(words, most);
            case PERSON -> people.list(new PeopleFilter(words, false), Cut.by(PeopleOrder.NAME)).rows().stream()
                    .limit(most)
                    .map(person -> new Hit(kind, person.fullName(), person.username() + person.memberships().stream()
                            .map(held -> " · " + held.agencyName()).distinct().collect(Collectors.joining()),
                            "/organisation/person.xhtml?id=" + person.id()))
                    .toList();
        };
    }

    private List<Hit> of(FoundKind kind, String words, int most, Function<String, Hit> hit) {
        return index.find(kind, words, most).stream().map(hit).filter(Objects::nonNull).toList();
    }

    private Hit agency(DirectoryLine agency, Locale locale) {
        if (agency == null) {
            return null;
        }
        return new Hit(FoundKind.AGENCY, agency.name(locale), agency.code() + " · " + agency.typeName(locale)
                + (agency.firstLevel() ? "" : " · " + agency.parentName(locale)),
                "/organisation/agency.xhtml?code=" + agency.code());
    }

    /** A target that another version of the programme had is none; the next search forgets it. */
    private Hit target(String code, Locale locale) {
        if (catalog.programme().targets().stream().noneMatch(target -> target.code().equals(code))) {
            return null;
        }
        ProgrammeTexts.TargetText text = catalog.programmeTexts(locale).target(code);
        return new Hit(FoundKind.TARGET, text.name(), code, "/dashboard/target.xhtml?code=" + code);
    }

    private Hit criterion(String key, Locale locale) {
        String[] parts = key.split(" ");
        if (!catalog.isReadable(parts[0])) {
            return null;
        }
        ModelTexts.CriterionText text = catalog.texts(parts[0], locale).criterion(parts[1]);
        return new Hit(FoundKind.CRITERION, text.name(), parts[1] + " · " + catalog.texts(parts[0], locale).title(),
                "/catalog/criterion.xhtml?model=" + parts[0] + "&code=" + parts[1]);
    }

    private Hit indicator(String code, Locale locale) {
        if (catalog.indicator(code).isEmpty()) {
            return null;
        }
        return new Hit(FoundKind.INDICATOR, catalog.programmeTexts(locale).indicator(code).name(), code,
                "/indicator/indicator.xhtml?code=" + code);
    }

    private List<Hit> documents(String words, int most) {
        indexing.keepUp();
        List<Long> ids = index.find(FoundKind.DOCUMENT, caller.reach(Permission.VIEW), words, CANDIDATES).stream()
                .map(Long::valueOf).toList();
        return documents.readable(ids).stream().limit(most).map(Search::document).toList();
    }

    private static Hit document(NamedEvidence one) {
        return new Hit(FoundKind.DOCUMENT, one.title(),
                one.criterion() + " · " + one.agencyName() + " · " + one.roundName(),
                one.url() == null ? "/api/v1/evidence/" + one.id() : one.url());
    }

    /** Takes in what came since the last search on this server; only the very first ones wait for each other. */
    private void takeIn() {
        if (filled ? taking.tryLock() : locked()) {
            try {
                takeInCatalog();
                if (caller.can(Permission.VIEW)) {
                    takeInAgencies();
                    filled = true;
                }
            } finally {
                taking.unlock();
            }
        }
    }

    private boolean locked() {
        taking.lock();
        return true;
    }

    private void takeInCatalog() {
        int now = catalog.standing();
        if (now != catalogStanding) {
            index.replace(FoundKind.CRITERION, criteria());
            index.replace(FoundKind.TARGET, targets());
            index.replace(FoundKind.INDICATOR, indicators());
            catalogStanding = now;
        }
    }

    private void takeInAgencies() {
        String now = agencies.standing();
        if (now.equals(standing)) {
            return;
        }
        Map<String, DirectoryLine> all = new LinkedHashMap<>();
        agencies.all().forEach(agency -> all.put(agency.code(), agency));
        index.replace(FoundKind.AGENCY, all.values().stream().map(agency -> new Entry(FoundKind.AGENCY, agency.code(),
                agency.code() + " " + agency.name() + " " + Objects.requireNonNullElse(agency.nameEn(), ""),
                agency.firstLevel() ? "" : agency.parentName())).toList());
        known = Map.copyOf(all);
        standing = now;
    }

    /** Those of the newest version of the national model: the others serve rehearsals, and nobody looks for them here. */
    private List<Entry> criteria() {
        List<Entry> entries = new ArrayList<>();
        catalog.models().stream().filter(catalog::national).reduce((older, newer) -> newer)
                .ifPresent(model -> model.dimensions().forEach(dimension -> MaturityModel.criteriaBelow(dimension)
                        .keySet().forEach(criterion -> entries.add(entry(model, dimension.code(), criterion)))));
        return entries;
    }

    /** The name of its dimension counts like its own: who asks for open data means all that is asked about it. */
    private Entry entry(MaturityModel model, String dimension, String criterion) {
        List<ModelTexts.CriterionText> texts = inEveryLanguage(
                locale -> catalog.texts(model, locale).criterion(criterion));
        List<String> names = inEveryLanguage(locale -> catalog.texts(model, locale).dimension(dimension).name());
        return new Entry(FoundKind.CRITERION, model.ref() + " " + criterion,
                joined(Stream.of(List.of(criterion), texts.stream().map(ModelTexts.CriterionText::name).toList(), names)
                        .flatMap(Collection::stream).toList()),
                joined(texts.stream().map(Search::words).toList()));
    }

    private static String words(ModelTexts.CriterionText text) {
        return joined(Stream.of(List.of(text.question(), text.guidance(), text.example(), text.source()),
                text.levels().values(), text.options().values(), text.evidence().values())
                .flatMap(Collection::stream).toList());
    }

    private List<Entry> targets() {
        return catalog.programme().targets().stream().map(ProgrammeTarget::code).map(code -> {
            List<ProgrammeTexts.TargetText> texts = inEveryLanguage(
                    locale -> catalog.programmeTexts(locale).target(code));
            return new Entry(FoundKind.TARGET, code,
                    code + " " + joined(texts.stream().map(ProgrammeTexts.TargetText::name).toList()),
                    joined(texts.stream().map(ProgrammeTexts.TargetText::text).toList()));
        }).toList();
    }

    private List<Entry> indicators() {
        return catalog.indicators().stream().map(Indicator::code).map(code -> {
            List<ProgrammeTexts.IndicatorText> texts = inEveryLanguage(
                    locale -> catalog.programmeTexts(locale).indicator(code));
            return new Entry(FoundKind.INDICATOR, code,
                    code + " " + joined(texts.stream().map(ProgrammeTexts.IndicatorText::name).toList()),
                    joined(texts.stream().map(ProgrammeTexts.IndicatorText::text).toList()));
        }).toList();
    }

    private static <T> List<T> inEveryLanguage(Function<Locale, T> text) {
        return Texts.LANGUAGES.stream().map(text).toList();
    }

    private static String joined(List<String> texts) {
        return String.join("\n", texts);
    }
}
