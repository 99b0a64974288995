package vn.thang.dashboard.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.thang.assessment.ProvinceFixture;
import vn.thang.dashboard.round.Movement;
import vn.thang.dashboard.round.NationalRounds;
import vn.thang.dashboard.round.PictureForm;
import vn.thang.platform.BusinessException;

/** What is taken along of the national page and of an agency; over the demonstration, everything is undone. */
class NationalPicturesIT extends ProvinceFixture {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String SOURCE = "Nguồn: Đợt 2025 (minh họa), chính thức; số liệu đến ";

    @Inject
    private NationalPictures pictures;

    @Inject
    private NationalRounds rounds;

    private interface Taking {
        byte[] in(PictureForm form);
    }

    /** Takes the picture in all forms, each of which says its source and leaves a trace; returns the lines of its figures. */
    private List<String> taken(String subject, Taking taking) throws IOException {
        long before = traces(subject);
        assertEquals(1_680, ImageIO.read(new ByteArrayInputStream(taking.in(PictureForm.PNG))).getWidth());
        String lines = new String(taking.in(PictureForm.SVG), StandardCharsets.UTF_8);
        String figures = new String(taking.in(PictureForm.CSV), StandardCharsets.UTF_8);
        for (String text : List.of(lines, figures)) {
            assertTrue(text.contains(SOURCE) && text.contains("Phiên bản: vn-dgm/1.0; lập ngày "), text);
        }
        assertEquals(before + 3, traces(subject));
        return figures.lines().filter(line -> !line.startsWith("#")).skip(1).toList();
    }

    private long traces(String subject) {
        return number("SELECT COUNT(*) FROM change_log WHERE action = 'take-figures' AND subject = '" + subject + "'");
    }

    @Test
    void theProvincesAreTakenWithTheLevelsOfTheirResults() throws IOException {
        caller.actAs("lanhdao");
        List<String> figures = taken("round", form -> pictures.tiles("2025", form, VIETNAMESE));
        assertEquals(34, figures.size());
        assertEquals(number("SELECT SUM(c.level) FROM assessment_score c JOIN assessment s ON s.id = c.assessment_id"
                + " JOIN assessment_round r ON r.id = s.round_id JOIN agency a ON a.id = s.agency_id"
                + " WHERE r.code = '2025' AND a.type = 'province'"),
                figures.stream().mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(',') + 1))).sum());
        assertTrue(figures.stream().anyMatch(line -> line.startsWith("15,\"Tỉnh Lào Cai\",")), figures::toString);
    }

    @Test
    void howResultsMovedIsTakenInTheNumbersOfThePage() throws IOException {
        caller.actAs("lanhdao");
        List<String> figures = taken("round", form -> pictures.movement("2025", form, VIETNAMESE));
        List<Movement> shown = rounds.movement(rounds.rounds("2025").orElseThrow());
        assertEquals(shown.size(), figures.size());
        Movement whole = shown.stream().filter(one -> one.type() == null && one.node().isEmpty()).findFirst()
                .orElseThrow();
        assertEquals("\"Toàn bộ\"," + whole.rose() + "," + whole.stayed() + "," + whole.fell(), figures.get(0));
        assertTrue(figures.get(1).startsWith("\"Chiến lược và thể chế\","), figures::toString);
        assertTrue(figures.stream().anyMatch(line -> line.startsWith("\"Tỉnh, thành phố\",")), figures::toString);
    }

    @Test
    void theRadarOfAnAgencyIsTakenBesideItsGroup() throws IOException {
        caller.actAs("lanhdao.tinh");
        long assessment = published("15");
        List<String> figures = taken("assessment", form -> pictures.radar(assessment, form, VIETNAMESE));
        assertEquals(11, figures.size());
        for (String line : figures) {
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
            assertEquals(6, cells.length, line);
            assertEquals(number("SELECT level FROM node_score WHERE assessment_id = " + assessment + " AND node = '"
                    + cells[0].replace("\"", "") + "'"), Long.parseLong(cells[2]), line);
        }
    }

    @Test
    void whoMayTakeNothingAlongOrNotThisIsRefused() {
        long other = published("48");
        for (PictureForm form : PictureForm.values()) {
            caller.actAs("canbo");
            assertThrows(BusinessException.Forbidden.class, () -> pictures.tiles("2025", form, VIETNAMESE));
            assertThrows(BusinessException.Forbidden.class, () -> pictures.movement("2025", form, VIETNAMESE));
            assertThrows(BusinessException.Forbidden.class,
                    () -> pictures.radar(published("15"), form, VIETNAMESE));
            caller.actAs("lanhdao.tinh");
            assertThrows(BusinessException.Forbidden.class, () -> pictures.radar(other, form, VIETNAMESE));
            assertThrows(BusinessException.NotFound.class, () -> pictures.tiles("2025", form, VIETNAMESE),
                    "a province is shown no map");
            caller.actAs("lanhdao");
            assertThrows(BusinessException.NotFound.class, () -> pictures.tiles("1999", form, VIETNAMESE));
            assertThrows(BusinessException.NotFound.class, () -> pictures.movement("2024", form, VIETNAMESE),
                    "there is nothing before the first round");
            assertThrows(BusinessException.NotFound.class, () -> pictures.radar(-1, form, VIETNAMESE));
        }
    }

    private long published(String agency) {
        return number("SELECT s.id FROM assessment s JOIN agency a ON a.id = s.agency_id"
                + " JOIN assessment_round r ON r.id = s.round_id WHERE r.code = '2025' AND a.code = '" + agency + "'");
    }
}
