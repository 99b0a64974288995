package vn.thang.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.assessment.answer.EvidencePlace;
import vn.thang.assessment.filling.EvidenceKeeping;

/** Documents are attached to the demonstration assessment of Lào Cai, and that is undone. */
class SearchIT extends ProvinceFixture {

    private static final int PATIENCE = 300;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @Inject
    private Search search;

    @Inject
    private EvidenceKeeping evidence;

    @Test
    void aLeaderFindsAgenciesTargetsAndCriteriaWithoutMarks() {
        caller.actAs("lanhdao");
        assertEquals("Tỉnh Lào Cai", first(FoundKind.AGENCY, "lao cai").title());
        assertEquals("/dashboard/target.xhtml?code=P1-01", first(FoundKind.TARGET, "P1-01").address());
        assertEquals("/catalog/criterion.xhtml?model=vn-dgm/1.1&code=OPN.1",
                first(FoundKind.CRITERION, "OPN.1").address());
        assertEquals("Lao Cai Province",
                search.find("lào cai", FoundKind.AGENCY, 5, Locale.ENGLISH).get(0).hits().get(0).title());
    }

    @Test
    void peopleAreFoundByThoseWhoAdministerThemAlone() {
        caller.actAs("quantri");
        assertTrue(search.find("canbo", FoundKind.PERSON, 5, VIETNAMESE).get(0).hits().stream()
                .anyMatch(hit -> hit.detail().equals("canbo · Tỉnh Lào Cai")));
        for (String other : List.of("canbo", "lanhdao", "kiemtoan", "thamdinh", "phoihop")) {
            caller.actAs(other);
            assertEquals(List.of(), search.find("canbo", FoundKind.PERSON, 5, VIETNAMESE), other);
        }
    }

    @Test
    void aDocumentIsFoundByThoseWhoMayReadTheAnswer() throws Exception {
        attach("DIG.1", "Biên bản nghiệm thu nền tảng số.txt");
        caller.actAs("thamdinh");
        assertEquals(List.of(), documents("bien ban nghiem thu nen tang"), "it is a draft");
        handedIn();
        for (String reader : List.of("canbo", "lanhdao.tinh", "thamdinh", "lanhdao", "quantri")) {
            caller.actAs(reader);
            assertEquals(1, documents("bien ban nghiem thu nen tang").size(), reader);
        }
        for (String other : List.of("canbo.bo", "canbo.moi", "phoihop")) {
            caller.actAs(other);
            assertEquals(List.of(), documents("bien ban nghiem thu nen tang"), other);
        }
    }

    @Test
    void aRestrictedDocumentIsFoundByItsAgencyAndTheReviewersAlone() throws Exception {
        attach("SEC.1", "Kết quả kiểm tra xâm nhập.txt");
        handedIn();
        for (String reader : List.of("canbo", "lanhdao.tinh", "thamdinh")) {
            caller.actAs(reader);
            assertEquals(1, documents("ket qua kiem tra xam nhap").size(), reader);
        }
        for (String other : List.of("lanhdao", "kiemtoan", "quantri", "canbo.bo")) {
            caller.actAs(other);
            assertEquals(List.of(), documents("ket qua kiem tra xam nhap"), other);
        }
    }

    @Test
    void whatWasTakenBackIsNotFound() throws Exception {
        attach("DIG.1", "Biên bản nghiệm thu nền tảng số.txt");
        Hit hit = documents("bien ban nghiem thu nen tang").get(0);
        evidence.remove(Long.parseLong(hit.address().substring(hit.address().lastIndexOf('/') + 1)));
        assertEquals(List.of(), documents("bien ban nghiem thu nen tang"));
    }

    @Test
    void aContributorFindsCriteriaAndNothingElse() {
        caller.actAs("phoihop");
        List<Found> found = search.find("dữ liệu", null, 5, VIETNAMESE);
        assertEquals(List.of(FoundKind.CRITERION), found.stream().map(Found::kind).toList());
        assertTrue(found.get(0).more());
        assertEquals(5, found.get(0).hits().size());
    }

    @Test
    void anythingMayBeTyped() {
        caller.actAs("lanhdao");
        for (String words : List.of("", " ", "\"", "(((", "a:b", "*", "x".repeat(10_000), "\u0000", "😀",
                "' OR 1=1 --")) {
            assertFalse(search.find(words, null, 5, VIETNAMESE).stream().anyMatch(found -> found.hits().isEmpty()));
        }
        assertEquals(List.of(), search.find(null, null, 5, VIETNAMESE));
    }

    private void attach(String criterion, String name) throws InterruptedException {
        caller.actAs("canbo");
        for (int i = 0; i < PATIENCE && !search.knowsDocuments(); i++) {
            Thread.sleep(100);
        }
        assertTrue(search.knowsDocuments());
        caller.actAs("canbo");
        evidence.attachFile(new EvidencePlace(mine, criterion, 2), name, name.getBytes(StandardCharsets.UTF_8));
    }

    /** Before that its own people alone see answers and what supports them. */
    private void handedIn() {
        entities.createNativeQuery("UPDATE assessment SET state = 'HANDED_IN' WHERE id = ?1").setParameter(1, mine)
                .executeUpdate();
        entities.clear();
    }

    private List<Hit> documents(String words) {
        return search.find(words, FoundKind.DOCUMENT, 5, VIETNAMESE).stream().flatMap(found -> found.hits().stream())
                .toList();
    }

    private Hit first(FoundKind kind, String words) {
        return search.find(words, kind, 5, VIETNAMESE).get(0).hits().get(0);
    }
}
