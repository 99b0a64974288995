package vn.thang.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thang.platform.BusinessException;

class ModelArchiveTest {

    private static final Set<String> NAMES = Set.of("model.yaml", "texts.vi.yaml", "texts.en.yaml", "texts.de.yaml");

    private static byte[] some(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void refused(String key, byte[] content) {
        assertEquals(key, assertThrows(BusinessException.class, () -> ModelArchive.files(content)).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2/", "vn-dgm/1.2/", "./vn-dgm\\1.2\\"})
    void filesAreFoundInWhateverFolderTheyLie(String folder) {
        assertEquals(NAMES, ModelArchive.files(GivenDraft.ofVersion("1.2").in(folder)).keySet());
    }

    @Test
    void whatSystemsAddIsPassedOver() {
        GivenDraft archive = GivenDraft.ofVersion("1.2").with("__MACOSX/._model.yaml", some("x"))
                .with(".DS_Store", some("x"))
                .with("README.md", some("x"));
        assertEquals(NAMES, ModelArchive.files(archive.in("")).keySet());
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        refused("draft.no-zip", some("id: vn-dgm"));
        refused("draft.no-zip", new byte[0]);
        refused("draft.empty-zip", GivenDraft.empty().with("README.md", some("x")).in(""));
        byte[] whole = GivenDraft.ofVersion("1.2").in("");
        refused("draft.broken-zip", Arrays.copyOf(whole, whole.length / 2));
        refused("draft.too-large", new byte[ModelArchive.MOST_BYTES + 1]);
    }

    @Test
    void noMoreIsUnpackedThanAModelCanBe() {
        refused("draft.bomb", GivenDraft.empty().with("model.yaml", new byte[50_000_000]).in(""));
        refused("draft.bomb", GivenDraft.empty().with("README.md", new byte[50_000_000]).in(""));
        GivenDraft many = GivenDraft.empty();
        for (int i = 0; i < 40; i++) {
            many.with("f" + i + "/README.md", some("x"));
        }
        refused("draft.too-many", many.in(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../", "a/../../", "/etc/", "C:\\", "..\\"})
    void namesThatLeadOutAreRefused(String folder) {
        refused("draft.path", GivenDraft.ofVersion("1.2").in(folder));
    }

    @Test
    void eachFileStandsOnceAndNoOtherIsThere() {
        refused("draft.twice", GivenDraft.ofVersion("1.2").with("other/model.yaml", some("x")).in(""));
        refused("draft.other-file", GivenDraft.ofVersion("1.2").with("model.yml", some("x")).in(""));
        refused("draft.other-file", GivenDraft.ofVersion("1.2").with("run.sh", some("x")).in(""));
    }
}
