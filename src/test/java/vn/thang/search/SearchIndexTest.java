package vn.thang.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.search.SearchIndex.Entry;
import vn.thang.security.Reach;

class SearchIndexTest {

    private final SearchIndex index = new SearchIndex();

    @BeforeEach
    void fill() {
        index.add(List.of(entry(FoundKind.AGENCY, "48", "48 Thành phố Đà Nẵng Da Nang City", ""),
                entry(FoundKind.AGENCY, "15", "15 Tỉnh Lào Cai Lao Cai Province", ""),
                entry(FoundKind.AGENCY, "00001", "00001 Phường Hoà Bình", "Tỉnh Phú Thọ"),
                entry(FoundKind.AGENCY, "00002", "00002 Phường Hòa Bình", "Thành phố Đồng Nai"),
                entry(FoundKind.CRITERION, "QUA.1", "QUA.1 Chất lượng dữ liệu Data quality Datenqualität",
                        "Kế hoạch nâng cao chất lượng dữ liệu được ban hành"),
                entry(FoundKind.CRITERION, "OPN.1", "OPN.1 Kế hoạch dữ liệu mở Open data plan", "Danh mục dữ liệu mở"),
                entry(FoundKind.CRITERION, "SEC.1", "SEC.1 An toàn thông tin Information security",
                        "Kế hoạch ứng phó")));
    }

    @AfterEach
    void forget() {
        index.close();
    }

    private static Entry entry(FoundKind kind, String key, String name, String text) {
        return new Entry(kind, key, name, text);
    }

    @ParameterizedTest
    @CsvSource({"Đà Nẵng,48", "da nang,48", "ĐÀ NẴNG,48", "đa nẵ,48", "48,48", "lao cai,15", "hoa binh phu tho,00001",
            "hoà bình đồng nai,00002"})
    void anAgencyIsFoundWithAndWithoutMarks(String words, String code) {
        assertEquals(code, index.find(FoundKind.AGENCY, words, 5).get(0));
    }

    @Test
    void bothSpellingsOfAMarkAreOne() {
        assertEquals(List.of("00001", "00002"),
                index.find(FoundKind.AGENCY, "phường hòa bình", 5).stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({"kế hoạch dữ liệu mở,OPN.1", "open data,OPN.1", "datenqualitat,QUA.1", "chat luong du lieu,QUA.1",
            "qua.1,QUA.1", "ung pho,SEC.1"})
    void theCriterionWhoseNameFitsBestComesFirst(String words, String code) {
        assertEquals(code, index.find(FoundKind.CRITERION, words, 5).get(0));
    }

    @Test
    void aKindIsFoundByItself() {
        assertEquals(List.of(), index.find(FoundKind.DOCUMENT, "đà nẵng", 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!*", "\"(", "~^:\\/", "AND OR NOT", "không có từ nào như thế ở đây cả"})
    void whatIsNoWordFindsNothingAndBreaksNothing(String words) {
        assertTrue(index.find(FoundKind.AGENCY, words, 5).isEmpty());
    }

    @Test
    void whatIsReplacedIsNotFoundAnyMore() {
        index.replace(FoundKind.AGENCY, List.of(entry(FoundKind.AGENCY, "49", "49 Thành phố Đà Nẵng mới", "")));
        assertEquals(List.of("49"), index.find(FoundKind.AGENCY, "đà nẵng", 5));
        assertEquals("QUA.1", index.find(FoundKind.CRITERION, "chất lượng", 5).get(0));
    }

    /** Thousands of documents elsewhere do not hide the one of the person's own agency. */
    @Test
    void whatBelongsToAnAgencyIsFoundWithinTheReach() {
        index.add(
                IntStream.range(0, 2_000).mapToObj(i -> new Entry(FoundKind.DOCUMENT, "x" + i, "Kế hoạch", "", "/1/7/"))
                        .toList());
        index.add(List.of(new Entry(FoundKind.DOCUMENT, "own", "Kế hoạch của xã", "", "/1/59/600/")));
        assertEquals(List.of("own"),
                index.find(FoundKind.DOCUMENT, reach(List.of("/1/59/600/"), List.of()), "ke hoach", 50));
        assertEquals(List.of("own"),
                index.find(FoundKind.DOCUMENT, reach(List.of(), List.of("/1/59/")), "ke hoach", 50));
        assertEquals(List.of(), index.find(FoundKind.DOCUMENT, reach(List.of("/1/59/"), List.of()), "ke hoach", 50));
        assertEquals(List.of(), index.find(FoundKind.DOCUMENT, Reach.NOWHERE, "ke hoach", 50));
        assertEquals(50, index.find(FoundKind.DOCUMENT, Reach.EVERYWHERE, "ke hoach", 50).size());
    }

    private static Reach reach(List<String> agencies, List<String> subtrees) {
        return new Reach(agencies, subtrees);
    }
}
