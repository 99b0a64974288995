package vn.thang.core.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.core.metadata.MetadataQuality.Group;
import vn.thang.core.metadata.MetadataQuality.Metric;
import vn.thang.core.metadata.MetadataQuality.Rating;
import vn.thang.core.model.Fraction;

class MetadataQualityTest {

    private static final Dataset.Distribution GOOD = new Dataset.Distribution("https://data.gov.vn/a", true,
            "https://data.gov.vn/a.csv", true,
            "CSV", "text/csv", "CC-BY-4.0", "Ghi nguồn", 12L, "2026-01-01", "2026-02-01");
    private static final Dataset.Distribution EMPTY = new Dataset.Distribution(null, null, null, null, null, null, null,
            null, null, null, null);

    private static Dataset dataset(Dataset.Distribution... distributions) {
        return new Dataset("d1", "Trường học", "Danh mục trường học", "so-gd", "Sở Giáo dục", List.of("giáo dục"),
                List.of("EDUC"), true, true,
                "dulieu@example.vn", "PUBLIC", "2026-01-01", "2026-02-01", List.of(distributions));
    }

    private static final Dataset NOTHING = new Dataset("d2", null, " ", null, "", List.of(" "), List.of(), false, false,
            null, null, null, null,
            List.of());

    @Test
    void theMostIsFourHundredFive() {
        assertEquals(MetadataQuality.MOST, Arrays.stream(Metric.values()).mapToInt(Metric::most).sum());
        assertEquals(List.of(100, 100, 110, 75, 20),
                Arrays.stream(Group.values()).map(group -> Arrays.stream(Metric.values())
                        .filter(metric -> metric.group() == group).mapToInt(Metric::most).sum()).toList());
        MetadataQuality all = MetadataQuality.of(dataset(GOOD));
        assertEquals(Fraction.of(MetadataQuality.MOST), all.total());
        assertEquals(Rating.EXCELLENT, all.rating());
        assertEquals(List.of(), all.costs());
    }

    @Test
    void nothingSaidGivesNothing() {
        MetadataQuality none = MetadataQuality.of(NOTHING);
        assertEquals(Fraction.ZERO, none.total());
        assertEquals(Rating.BAD, none.rating());
        assertEquals(Metric.values().length, none.costs().size());
        assertEquals(Metric.ACCESS_URL_ANSWERS, none.costs().get(0).metric());
        assertEquals(List.of(Metric.KEYWORD, Metric.THEME, Metric.DOWNLOAD_URL_ANSWERS, Metric.CONFORMANT),
                none.costs().subList(1, 5).stream().map(MetadataQuality.Cost::metric).toList());
    }

    @Test
    void distributionsGiveTheirShare() {
        MetadataQuality two = MetadataQuality.of(dataset(GOOD, GOOD, EMPTY));
        assertEquals(Fraction.of(100, 3), two.points().get(Metric.ACCESS_URL_ANSWERS));
        assertEquals(Fraction.of(40, 3), two.points().get(Metric.LICENCE));
        assertEquals(Fraction.ZERO, two.points().get(Metric.CONFORMANT));
        assertEquals(Fraction.of(100), two.of(Group.FINDABILITY));
        assertEquals(new MetadataQuality.Cost(Metric.CONFORMANT, Fraction.of(30)), two.costs().get(0));
        assertEquals(two.total(), Arrays.stream(Group.values()).map(two::of).reduce(Fraction.ZERO, Fraction::plus));
    }

    @Test
    void anAddressThatNobodyAskedDoesNotCountAsAnswering() {
        Dataset.Distribution unasked = new Dataset.Distribution("https://a.vn/x", null, "https://a.vn/y", null, "CSV",
                "text/csv", "MIT", "-", 1L, "-", "-");
        assertEquals(Fraction.ZERO, MetadataQuality.of(dataset(unasked)).points().get(Metric.ACCESS_URL_ANSWERS));
        assertEquals(Fraction.ZERO, MetadataQuality.of(dataset(unasked)).points().get(Metric.DOWNLOAD_URL_ANSWERS));
        assertEquals(Fraction.of(20), MetadataQuality.of(dataset(unasked)).points().get(Metric.DOWNLOAD_URL));
        Dataset.Distribution dead = new Dataset.Distribution("https://a.vn/x", false, null, true, "CSV", null, null,
                null, 0L, null, null);
        assertEquals(Fraction.ZERO, MetadataQuality.of(dataset(dead)).of(Group.ACCESSIBILITY));
        assertEquals(Fraction.ZERO, MetadataQuality.of(dataset(dead)).points().get(Metric.SIZE));
    }

    @ParameterizedTest
    @CsvSource({"CSV, true, true", ".csv, true, true",
            "http://publications.europa.eu/resource/authority/file-type/JSON, true, true",
            "xlsx, false, true", "PDF, true, false", "docx, false, false", "GeoJSON, true, true", "ttl, true, true",
            "JSON-LD, true, true",
            "JPG, false, false", "Bảng, false, false", "API, true, true", "ESRI Shapefile, false, true"})
    void formatsAreKnownByTheirCode(String format, boolean open, boolean readable) {
        MetadataQuality quality = MetadataQuality
                .of(dataset(new Dataset.Distribution("https://a.vn", true, null, null, format, "text/csv",
                        null, null, null, null, null)));
        assertEquals(Fraction.of(open ? 20 : 0), quality.points().get(Metric.NON_PROPRIETARY));
        assertEquals(Fraction.of(readable ? 20 : 0), quality.points().get(Metric.MACHINE_READABLE));
        assertEquals(Fraction.of(format.equals("Bảng") ? 0 : 10), quality.points().get(Metric.FORMAT_VOCABULARY));
        assertEquals(Fraction.of(20), quality.points().get(Metric.FORMAT));
    }

    @ParameterizedTest
    @CsvSource({"text/csv, true, true", "Text/CSV; charset=utf-8, true, true", "application/json, true, true",
            "http://www.iana.org/assignments/media-types/text/csv, true, true",
            "https://www.iana.org/assignments/media-types/application/vnd.ms-excel, false, true",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, false, true",
            "application/geo+json, true, true", "application/pdf, true, false", "application/msword, false, false",
            "https://publications.europa.eu/resource/authority/file-type/CSV, true, true"})
    void aFormatMayBeCalledByItsMediaTypeAndByEitherSpellingOfItsAddress(String format, boolean open,
            boolean readable) {
        MetadataQuality quality = MetadataQuality.of(dataset(new Dataset.Distribution("https://a.vn", true, null, null,
                format, "text/csv", null, null, null, null, null)));
        assertEquals(Fraction.of(open ? 20 : 0), quality.points().get(Metric.NON_PROPRIETARY));
        assertEquals(Fraction.of(readable ? 20 : 0), quality.points().get(Metric.MACHINE_READABLE));
        assertEquals(Fraction.of(10), quality.points().get(Metric.FORMAT_VOCABULARY));
    }

    @ParameterizedTest
    @CsvSource({"text/csv, 10", "https://www.iana.org/assignments/media-types/application/json, 10", "csv, 0",
            "bang/csv, 0",
            "application/vnd.ms-excel, 10", "text/, 0"})
    void mediaTypesAreThoseOfTheRegister(String type, int points) {
        assertEquals(Fraction.of(points),
                MetadataQuality.of(dataset(new Dataset.Distribution("https://a.vn", true, null, null, "CSV", type, null,
                        null, null, null, null))).points().get(Metric.FORMAT_VOCABULARY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cc-by-4.0", "http://creativecommons.org/licenses/by/4.0/",
            "http://publications.europa.eu/resource/authority/licence/CC0",
            "https://publications.europa.eu/resource/authority/licence/COM_REUSE",
            "https://opendatacommons.org/licenses/odbl/1-0/", "MIT", "odc-pddl"})
    void licencesOfTheVocabulary(String licence) {
        assertEquals(Fraction.of(10), licensed(licence).points().get(Metric.LICENCE_VOCABULARY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notspecified", "Tự do", "http://example.vn/licence", "https://creativecommons.org/about"})
    void otherLicencesAreSaidButNotOfTheVocabulary(String licence) {
        assertEquals(Fraction.of(20), licensed(licence).points().get(Metric.LICENCE));
        assertEquals(Fraction.ZERO, licensed(licence).points().get(Metric.LICENCE_VOCABULARY));
    }

    private static MetadataQuality licensed(String licence) {
        return MetadataQuality.of(dataset(new Dataset.Distribution("https://a.vn", true, null, null, null, null,
                licence, null, null, null, null)));
    }

    @ParameterizedTest
    @CsvSource({"351, EXCELLENT", "350, GOOD", "221, GOOD", "220, SUFFICIENT", "121, SUFFICIENT", "120, BAD", "0, BAD"})
    void ratingsBeginAtTheirBounds(int points, Rating rating) {
        assertEquals(rating, MetadataQuality.rating(Fraction.of(points)));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Points and costs make the most, and saying more never costs. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sayingMoreNeverCosts(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Dataset.Distribution[] distributions = new Dataset.Distribution[1 + random.nextInt(4)];
        for (int i = 0; i < distributions.length; i++) {
            distributions[i] = random.nextBoolean() ? GOOD : EMPTY;
        }
        Dataset poor = new Dataset("x", null, null, null, null, List.of(), List.of(), random.nextBoolean(),
                random.nextBoolean(), null, null, null,
                null, List.of(distributions));
        MetadataQuality before = MetadataQuality.of(poor);
        assertEquals(Fraction.of(MetadataQuality.MOST),
                before.costs().stream().map(MetadataQuality.Cost::points).reduce(before.total(), Fraction::plus));
        distributions[random.nextInt(distributions.length)] = GOOD;
        MetadataQuality after = MetadataQuality.of(dataset(distributions));
        for (Metric metric : Metric.values()) {
            assertTrue(after.points().get(metric).compareTo(before.points().get(metric)) >= 0,
                    "seed " + seed + " " + metric);
        }
    }
}
