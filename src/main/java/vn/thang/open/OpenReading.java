package vn.thang.open;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.thang.bulletin.BulletinReading;
import vn.thang.catalog.Catalog;
import vn.thang.data.target.TargetRow;
import vn.thang.data.target.TargetStepRow;
import vn.thang.platform.Sha256;
import vn.thang.platform.Texts;
import vn.thang.table.Folded;

/** What everybody reads: pages, files and the catalogue, made of what was stored when a round was made public and of nothing else. */
@ApplicationScoped
@Transactional
public class OpenReading {

    static final String HTML = "text/html;charset=UTF-8";
    private static final int ROWS = 100;
    private static final int MOST_PICTURES = 30;
    private static final int MOST_LISTS = 3;
    private static final Jsonb JSONB = JsonbBuilder.create();
    private static final Pattern PAGE = Pattern.compile("/(vi|en|de)/(?:([\\w.-]{1,20})/(.*))?");
    private static final Pattern BULLETIN = Pattern.compile("/(vi|en|de)(/bulletins/(?:(\\d{4}-\\d{2})(\\.pdf)?)?)");
    private static final Pattern DATA = Pattern.compile("/data/([\\w.-]{1,20})(?:/([\\w.-]{1,80}))?");
    private static final Pattern SHARE = Pattern.compile("/share/(vi|en|de)/([\\w.-]{1,20})\\.png");
    private static final Pattern PART = Pattern.compile("(targets|agencies)/(?:([\\w.-]{1,30}))?");

    private final OpenKept<Answer> pictures = new OpenKept<>(MOST_PICTURES);
    private final OpenKept<List<Listed>> lists = new OpenKept<>(MOST_LISTS);

    @Inject
    private OpenPublications publications;

    @Inject
    private BulletinReading bulletins;

    @Inject
    private Catalog catalog;

    @Inject
    @ConfigProperty(name = "thang.open.publisher", defaultValue = "Bộ Khoa học và Công nghệ")
    private String publisher;

    /** What is read, with the fingerprint of its content. */
    public record Answer(String mediaType, byte[] content, String sha256) {

        static Answer of(String mediaType, String text) {
            return of(mediaType, text.getBytes(StandardCharsets.UTF_8));
        }

        static Answer of(String mediaType, byte[] content) {
            return new Answer(mediaType, content, Sha256.hex(content));
        }
    }

    /** An agency of the list with its names as they are looked for. */
    private record Listed(OpenResultRow row, String names) {

        static Listed of(OpenResultRow row) {
            return new Listed(row,
                    Folded.of(row.name()) + "\n" + (row.nameEn() == null ? "" : Folded.of(row.nameEn())));
        }

        boolean has(String folded) {
            return names.contains(folded);
        }
    }

    /**
     * What is asked for.
     *
     * @param path behind the address of everything public
     * @param base that address, with a slash at its end
     * @param words by which agencies are looked for; null for all
     * @param page  of a list, the first being 1
     */
    public record Question(String path, String base, String words, int page) {
    }

    /** Answers it; empty where there is nothing public at the address. */
    public Optional<Answer> read(Question asked) {
        Matcher bulletin = BULLETIN.matcher(asked.path());
        if (bulletin.matches()) {
            return bulletin(asked, Texts.language(bulletin.group(1)), bulletin.group(2), bulletin.group(3),
                    bulletin.group(4) != null);
        }
        Matcher page = PAGE.matcher(asked.path());
        Matcher data = DATA.matcher(asked.path());
        Matcher share = SHARE.matcher(asked.path());
        List<OpenPublication> open = publications.open();
        if (page.matches()) {
            return open.stream().filter(one -> page.group(2) == null || one.round().equals(page.group(2))).findFirst()
                    .flatMap(round -> page(asked, Texts.language(page.group(1)), round, open,
                            page.group(3) == null ? "" : page.group(3)));
        }
        if (data.matches()) {
            return of(open, data.group(1)).flatMap(round -> data.group(2) == null
                    ? Optional.of(catalogue(asked, List.of(round), OpenCatalogue.Form.TURTLE))
                    : publications.file(round, data.group(2)).filter(OpenFile::data)
                            .map(file -> new Answer(file.mediaType(), file.content(), file.sha256())));
        }
        if (share.matches()) {
            return of(open, share.group(2))
                    .map(round -> pictures.get(round, share.group(1) + round.targets(), () -> Answer.of("image/png",
                            OpenPicture.png(round, Texts.language(share.group(1)), country(round), targets(round)))));
        }
        return switch (asked.path()) {
            case "/catalogue", "/catalogue.ttl" -> Optional.of(catalogue(asked, open, OpenCatalogue.Form.TURTLE));
            case "/catalogue.rdf" -> Optional.of(catalogue(asked, open, OpenCatalogue.Form.RDF_XML));
            case "/catalogue.jsonld" -> Optional.of(catalogue(asked, open, OpenCatalogue.Form.JSON_LD));
            case OpenInterface.PLACE + "json" -> Optional.of(Answer.of(OpenInterface.JSON_TYPE, OpenInterface.json()));
            case OpenInterface.PLACE + "yaml" -> Optional.of(Answer.of(OpenInterface.YAML_TYPE, OpenInterface.yaml()));
            case "/publications.atom" -> Optional.of(Answer.of("application/atom+xml",
                    OpenFeed.of(asked.base(), publications.all())));
            default -> Optional.empty();
        };
    }

    private Optional<Answer> bulletin(Question asked, Locale language, String path, String month, boolean pdf) {
        if (pdf) {
            return bulletins.openPdf(month, language)
                    .map(content -> new Answer("application/pdf", content, Sha256.hex(content)));
        }
        OpenBulletins html = new OpenBulletins(language, asked.base(), path, !publications.open().isEmpty());
        return month == null
                ? Optional.of(bulletins.open()).filter(all -> !all.isEmpty())
                        .map(all -> Answer.of(HTML, html.list(all)))
                : bulletins.openWords(month, language).map(words -> Answer.of(HTML, html.month(words)));
    }

    private static Optional<OpenPublication> of(List<OpenPublication> open, String round) {
        return open.stream().filter(one -> one.round().equals(round)).findFirst();
    }

    private Answer catalogue(Question asked, List<OpenPublication> rounds, OpenCatalogue.Form form) {
        OpenCatalogue written = new OpenCatalogue(asked.base(), publisher);
        List<OpenPublication> all = publications.all();
        rounds.forEach(round -> written.with(round, publications.files(round), log(all, round)));
        return Answer.of(form.mediaType(), written.written(form));
    }

    private static List<OpenPublication> log(List<OpenPublication> all, OpenPublication round) {
        return all.stream().filter(one -> one.round().equals(round.round())).toList();
    }

    private Optional<Answer> page(Question asked, Locale language, OpenPublication round, List<OpenPublication> open,
            String rest) {
        OpenHtml.PageContext context = new OpenHtml.PageContext(language, catalog, round, open, asked.base(),
                "/" + round.round() + "/" + rest);
        if (rest.isEmpty()) {
            return Optional.of(Answer.of(HTML, new CountryHtml(context).country(country(round), targets(round),
                    publications.files(round), log(publications.all(), round), !bulletins.open().isEmpty(),
                    publications.withdrawn(round.round()))));
        }
        Matcher part = PART.matcher(rest);
        if (!part.matches() || part.group(1).equals("agencies") && !round.agencies()) {
            return Optional.empty();
        }
        if (part.group(1).equals("targets")) {
            return targets(round).stream().filter(one -> one.target().equals(part.group(2))).findFirst()
                    .map(target -> Answer.of(HTML, new TargetHtml(context).target(target, stored(round, "history.json",
                            TargetStepRow[].class).filter(step -> step.target().equals(target.target())).toList())));
        }
        return part.group(2) == null ? Optional.of(Answer.of(HTML, agencies(new AgencyHtml(context), round, asked)))
                : publications.file(round, "agency/" + part.group(2))
                        .map(file -> Answer.of(HTML,
                                new AgencyHtml(context).agency(read(file, OpenResultRow[].class).toList())));
    }

    private String agencies(AgencyHtml html, OpenPublication round, Question asked) {
        String words = asked.words() == null ? "" : asked.words().strip();
        String folded = Folded.of(words);
        List<OpenResultRow> found = lists
                .get(round, "page/agencies", () -> stored(round, "page/agencies", OpenResultRow[].class)
                        .map(Listed::of).toList())
                .stream().filter(one -> words.isEmpty() || one.row().agency().equals(words) || one.has(folded))
                .map(Listed::row).toList();
        int pages = Math.max(1, Math.ceilDiv(found.size(), ROWS));
        int page = Math.max(1, Math.min(asked.page(), pages));
        return html.agencies(found.subList((page - 1) * ROWS, Math.min(found.size(), page * ROWS)), found.size(), words,
                page, pages);
    }

    private OpenMaking.Country country(OpenPublication round) {
        return publications.file(round, "page/country")
                .map(file -> JSONB.fromJson(text(file), OpenMaking.Country.class))
                .orElse(new OpenMaking.Country(List.of()));
    }

    private List<TargetRow> targets(OpenPublication round) {
        return stored(round, "targets.json", TargetRow[].class).toList();
    }

    private <R> Stream<R> stored(OpenPublication round, String name, Class<R[]> type) {
        return publications.file(round, name).stream().flatMap(file -> read(file, type));
    }

    private static <R> Stream<R> read(OpenFile file, Class<R[]> type) {
        return Arrays.stream(JSONB.fromJson(text(file), type));
    }

    private static String text(OpenFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }
}
