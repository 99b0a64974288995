package vn.thang.dashboard.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import vn.thang.catalog.programme.Programme;
import vn.thang.core.model.Comparison;
import vn.thang.core.model.Fraction;
import vn.thang.core.target.Attainment;
import vn.thang.core.target.Demand;
import vn.thang.core.target.Status;
import vn.thang.core.target.TargetMeasure;
import vn.thang.core.target.Trajectory;

/** What is taken along of a target says what it is, where it comes from and of which day it is, in every form. */
class TrajectoryDrawingTest {

    private static final LocalDate DUE = LocalDate.of(2027, 12, 31);
    private static final List<String> NOTES = List.of("Nguồn: Đợt 2025 <thử>; số liệu đến 31/12/2025",
            "Phiên bản: vn-dgm/1.0; lập ngày 28/11/2026, Thang");

    private static final SeriesMark CHANGE = new SeriesMark(LocalDate.of(2025, 7, 1), "Từ 01/07/2025: cách tính khác",
            true);

    private final TrajectoryFigure figure = new TrajectoryFigure(line(), "P1-08 · Cơ quan & dữ liệu", NOTES,
            List.of(CHANGE), Locale.of("vi"));

    private static TargetLine line() {
        LocalDate first = LocalDate.of(2024, 12, 31);
        LocalDate last = LocalDate.of(2025, 12, 31);
        Trajectory way = Trajectory.linear(new Trajectory.Point(first, Fraction.of(10, 1)),
                new Trajectory.Point(DUE, Fraction.of(100, 1)));
        return new TargetLine(new Programme.ProgrammeTarget("P1-08", new Programme.Phase("P1", 2025, DUE), "data",
                new Demand(Demand.Relation.of(">="), BigDecimal.valueOf(100), Demand.Unit.of("percent")),
                TargetMeasure.of("share-of-agencies"), Set.of(),
                OptionalInt.of(3), Optional.empty(), false, Optional.empty(), List.of()), 0,
                List.of(new TargetValue("2024", first, Fraction.of(10, 1), null),
                        new TargetValue("2025", last, Fraction.of(21, 1),
                                new Attainment(21, 100, 30, Comparison.atLeast(100)))),
                List.of(), new Outlook(Optional.of(way), Optional.empty(), Optional.empty(), List.of(), "levels", 2, 2,
                        Status.of(Optional.of(Fraction.of(21, 1)), false, OptionalDouble.empty(), Fraction.of(10, 1),
                                Fraction.of(40, 1))),
                TargetQuality.UNKNOWN);
    }

    @Test
    void aPictureOfPointsCanBeRead() throws Exception {
        byte[] png = new TrajectoryDrawing(figure).png();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(1_200, picture.getWidth());
        Files.write(Files.createDirectories(Path.of("target/screenshots")).resolve("trajectory.png"), png);
    }

    @Test
    void aPictureOfLinesIsWellFormedAndSaysItsSource() throws Exception {
        byte[] svg = new TrajectoryDrawing(figure).svg();
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg));
        String words = document.getDocumentElement().getTextContent();
        for (String part : List.of("P1-08 · Cơ quan & dữ liệu", NOTES.get(0), NOTES.get(1), "2024", "2027")) {
            assertTrue(words.contains(part), part);
        }
        assertEquals(2, document.getElementsByTagName("circle").getLength());
        assertTrue(words.contains(CHANGE.text()), words);
        assertEquals(1, figure.chart().getMarks().size());
        assertEquals(2, figure.chart().getLines().size(), "the line breaks");
        Files.write(Files.createDirectories(Path.of("target/screenshots")).resolve("trajectory.svg"), svg);
    }

    @Test
    void figuresAreForProgrammesToRead() {
        String csv = new String(figure.csv(), StandardCharsets.UTF_8);
        assertTrue(csv.startsWith("# P1-08"), csv);
        assertTrue(csv.contains("# " + NOTES.get(1)), csv);
        assertTrue(csv.contains("kind,day,value,low,high,reached,not_reached,not_submitted\r\n"
                + "reached,2024-12-31,10.00,,,,,\r\nreached,2025-12-31,21.00,,,21,49,30\r\n"),
                csv);
        assertTrue(csv.endsWith("break,2025-07-01,,,,,,\r\n"), csv);
        assertTrue(csv.contains("trajectory,2027-12-31,100.00,,,,,\r\n"), csv);
    }
}
