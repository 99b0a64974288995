package vn.thang.drafting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thang.platform.BusinessException;

class ChosenFileTest {

    private final List<ChosenFile> folder = GivenDraft.ofVersion("1.2").chosen();

    @Test
    void theFilesOfAFolderAreReadLikeItsArchive() {
        Map<String, byte[]> read = ModelArchive.read(ChosenFile.packed(folder)).files();
        Map<String, byte[]> archived = ModelArchive.files(GivenDraft.ofVersion("1.2").in("1.2/"));
        assertEquals(archived.keySet(), read.keySet());
        archived.forEach((name, content) -> assertArrayEquals(content, read.get(name), name));
        assertEquals("model.yaml, texts.vi.yaml, texts.en.yaml, texts.de.yaml", ChosenFile.names(folder));
    }

    @Test
    void anArchiveIsKeptAsItIs() {
        byte[] archive = GivenDraft.ofVersion("1.2").in("");
        assertSame(archive, ChosenFile.packed(List.of(new ChosenFile("du-thao.zip", archive))));
    }

    /** One file of a folder is a draft that lacks the others, and no broken archive. */
    @Test
    void aFileAloneIsPackedToo() {
        byte[] packed = ChosenFile.packed(folder.subList(0, 1));
        assertEquals(List.of("model.yaml"), List.copyOf(ModelArchive.files(packed).keySet()));
    }

    @Test
    void whatIsNoFileOfAVersionIsRefusedAmongThem() {
        ChosenFile archive = new ChosenFile("du-thao.zip", GivenDraft.ofVersion("1.2").in(""));
        byte[] packed = ChosenFile.packed(Stream.concat(folder.stream(), Stream.of(archive)).toList());
        assertEquals("draft.other-file",
                assertThrows(BusinessException.class, () -> ModelArchive.files(packed)).key());
    }

    @Test
    void nothingIsLostWhereTwoFilesHaveOneName() {
        List<ChosenFile> twice = Stream.concat(folder.stream(), folder.stream()).toList();
        assertEquals("draft.twice", assertThrows(BusinessException.class, () -> ChosenFile.packed(twice)).key());
    }
}
