package vn.thang.assessment.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thang.platform.BusinessException;

class EvidenceFileTest {

    private static final long MOST = 1 << 20;
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    static Stream<Arguments> taken() throws IOException {
        return Stream.of(
                Arguments.of("application/pdf", text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF")),
                Arguments.of("image/png", picture("png")),
                Arguments.of("image/jpeg", picture("jpg")),
                Arguments.of("text/plain", text("tháng,kết nối,lỗi\n9,81,2\n")),
                Arguments.of(OOXML + "wordprocessingml.document", word()),
                Arguments.of(OOXML + "spreadsheetml.sheet", excel()),
                Arguments.of(OOXML + "presentationml.presentation", slides()),
                Arguments.of(OOXML + "wordprocessingml.document", field("evidence-word-online.docx")),
                Arguments.of(OOXML + "spreadsheetml.sheet",
                        office("/xl/book7.xml", "./xl/book7.xml", "spreadsheetml.sheet", true, "Override")),
                Arguments.of(OOXML + "presentationml.presentation",
                        office("Deck/Main.xml", "/deck/main.XML", "presentationml.presentation", false, "Override")),
                Arguments.of(OOXML + "wordprocessingml.document",
                        office("a/b.main", "a/b.main", "wordprocessingml.document", false, "Default")),
                Arguments.of("text/plain",
                        text("From: Sở Tài chính\nTo: Ủy ban\nSubject: Kết nối\n\nKính gửi: các sở.\n")),
                Arguments.of("text/plain", text("Subject: Báo cáo quý\nDate: 01/11/2026\nTo: Bộ\n\nNội dung.\n")),
                Arguments.of("application/vnd.oasis.opendocument.text", openDocument("text", "content.xml")),
                Arguments.of("application/vnd.oasis.opendocument.spreadsheet",
                        openDocument("spreadsheet", "content.xml")));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void theContentSaysWhatItIsWhateverTheNameSays(String type, byte[] content) {
        for (String name : new String[]{"minh chứng.pdf", "virus.exe", "không đuôi"}) {
            assertEquals(type, EvidenceFile.of(name, content, MOST).mediaType());
        }
    }

    /** What opens it is chosen by the ending, so the ending is that of the content. */
    @ParameterizedTest
    @CsvSource({"bao-cao.txt, bao-cao.txt", "so-lieu.CSV, so-lieu.CSV", "x.hta, x.hta.txt", "x.js, x.js.txt",
            "x.ps1, x.ps1.txt",
            "x.exe, x.exe.txt", "x.lnk, x.lnk.txt", "x.html, x.html.txt", "x.svg, x.svg.txt",
            "bao-cao.pdf, bao-cao.pdf.txt",
            "x.txt.exe, x.txt.exe.txt", "khong-duoi, khong-duoi.txt"})
    void theNameFollowsTheContent(String given, String kept) {
        assertEquals(kept, EvidenceFile.of(given, text("tháng,kết nối,lỗi"), MOST).name());
    }

    /** As attackers hide them: in another encoding, behind much space, under another name, in capitals, by a relationship alone. */
    @ParameterizedTest
    @MethodSource("hidden")
    void macrosAreFoundInTheParsedPackage(byte[] content) {
        assertEquals("evidence.macros", assertThrows(BusinessException.class,
                () -> EvidenceFile.of("bao-cao.docm", content, MOST)).key());
    }

    static Stream<byte[]> hidden() throws IOException {
        String enabled = "application/vnd.ms-word.document.macroEnabled.main+xml";
        String list = "<?xml version=\"1.0\" encoding=\"%s\"?>%s<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"%s\"/></Types>";
        String relation = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"m.bin\"/></Relationships>";
        return Stream.of(
                archive("[Content_Types].xml", list.formatted("UTF-16", "", enabled).getBytes(StandardCharsets.UTF_16)),
                archive("[Content_Types].xml",
                        list.formatted("UTF-8", " ".repeat(900_000), enabled).getBytes(StandardCharsets.UTF_8)),
                archive("[content_types].xml", list.formatted("UTF-8", "", enabled).getBytes(StandardCharsets.UTF_8)),
                archive("[Content_Types].xml",
                        list.formatted("UTF-8", "", enabled.toUpperCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8)),
                archive("[Content_Types].xml",
                        list.formatted("UTF-8", "", "application/vnd.ms-office.vbaProject")
                                .getBytes(StandardCharsets.UTF_8)),
                archive("word/_rels/document.xml.rels", relation.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] archive(String part, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
            zip.putNextEntry(new ZipEntry("word/m.bin"));
            zip.write(new byte[10]);
        }
        return bytes.toByteArray();
    }

    static Stream<Arguments> refused() throws IOException {
        return Stream.of(
                Arguments.of("evidence.empty", new byte[0]),
                Arguments.of("evidence.too-large", new byte[(int) MOST + 1]),
                Arguments.of("evidence.type",
                        text("<!DOCTYPE html><html><body><script>alert(1)</script></body></html>")),
                Arguments.of("evidence.type",
                        text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")),
                Arguments.of("evidence.type", text("<?xml version=\"1.0\"?><a/>")),
                Arguments.of("evidence.type", text("#!/bin/sh\nrm -rf /\n")),
                Arguments.of("evidence.type", text("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0")),
                Arguments.of("evidence.type", text("\u007fELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0002\0>\0")),
                Arguments.of("evidence.type", zip("ghi chú.txt")),
                Arguments.of("evidence.type", zip("[Content_Types].xml", "word/document.xml")),
                Arguments.of("evidence.type",
                        office("word/document.xml", "word/other.xml", "wordprocessingml.document", false, "Override")),
                Arguments.of("evidence.type",
                        office("word/document.xml", "word/document.xml", "wordprocessingml.template", false,
                                "Override")),
                Arguments.of("evidence.type",
                        text("From: a@example.vn\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n<script/>")),
                Arguments.of("evidence.type", text("From: a@example.vn\nSubject: x\n\n\u0000\u0001\u0002")),
                Arguments.of("evidence.picture", text("II*\0\b\0\0\0")),
                Arguments.of("evidence.picture", text("MM\0*\0\0\0\b")),
                Arguments.of("evidence.picture", picture("gif")),
                Arguments.of("evidence.picture", picture("bmp")),
                Arguments.of("evidence.type", text("PK\u0003\u0004 hỏng")),
                Arguments.of("evidence.macros", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
                Arguments.of("evidence.macros",
                        zip("[Content_Types].xml", "xl/workbook.xml", "xl/macrosheets/sheet1.xml")),
                Arguments.of("evidence.macros", macroEnabled()),
                Arguments.of("evidence.macros", openDocument("text", "Basic/Standard/Module1.xml")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithTheReason(String reason, byte[] content) {
        assertEquals(reason,
                assertThrows(BusinessException.class, () -> EvidenceFile.of("a.pdf", content, MOST)).key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kế hoạch 214.pdf          | Kế hoạch 214.pdf
            C:\\hồ sơ\\Kế hoạch.pdf   | Kế hoạch.pdf
            ../../etc/passwd          | passwd
            a<b>"c".pdf               | a b  c .pdf
            '   '                     | minh-chung
            """)
    void namesAreCleaned(String given, String kept) {
        assertEquals(kept, EvidenceFile.clean(given));
    }

    @Test
    void marksThatTurnTextAroundAreGoneAndLongNamesKeepTheirEnd() {
        assertEquals("a fdp.exe.txt", EvidenceFile.of("a\u202efdp.exe", text("nội dung"), MOST).name());
        String name = EvidenceFile.clean("x".repeat(300) + ".pdf");
        assertEquals(200, name.length());
        assertEquals("x.pdf", name.substring(195));
    }

    @Test
    void hashesTheContent() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                EvidenceFile.of("a.txt", text("abc"), MOST).sha256());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] word() throws IOException {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Kế hoạch");
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] excel() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] slides() throws IOException {
        try (XMLSlideShow show = new XMLSlideShow(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            show.createSlide();
            show.write(out);
            return out.toByteArray();
        }
    }

    /** As OpenDocument asks: its type stands first and unpacked. */
    private static byte[] openDocument(String kind, String part) throws IOException {
        byte[] type = text("application/vnd.oasis.opendocument." + kind);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry first = new ZipEntry("mimetype");
            CRC32 crc = new CRC32();
            crc.update(type);
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(type);
            zip.putNextEntry(new ZipEntry(part));
            zip.write(text("<office/>"));
        }
        return out.toByteArray();
    }

    private static byte[] field(String name) throws IOException {
        try (InputStream in = EvidenceFileTest.class.getResourceAsStream("/field/" + name)) {
            return in.readAllBytes();
        }
    }

    /** An archive whose main part is named by its relationships alone, as usual or strict. */
    private static byte[] office(String part, String target, String kind, boolean strict, String types)
            throws IOException {
        String relation = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        String says = types.equals("Override") ? "<Override PartName=\"/%s\" ContentType=\"%s%s.main+xml\"/>"
                .formatted(part.replaceFirst("^/", ""), OOXML, kind)
                : "<Default Extension=\"%s\" ContentType=\"%s%s.main+xml\"/>"
                        .formatted(part.substring(part.lastIndexOf('.') + 1), OOXML, kind);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(text("<Types>" + says + "</Types>"));
            zip.putNextEntry(new ZipEntry("_rels/.rels"));
            zip.write(text(
                    "<Relationships><Relationship Id=\"a\" Type=\"%sextended-properties\" Target=\"docProps/app.xml\"/>"
                            .formatted(relation)
                            + "<Relationship Id=\"b\" Type=\"%sofficeDocument\" Target=\"%s\"/></Relationships>"
                                    .formatted(relation, target)));
            zip.putNextEntry(new ZipEntry(part.replaceFirst("^/", "")));
            zip.write(text("<x/>"));
        }
        return out.toByteArray();
    }

    private static byte[] zip(String... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(text("<x/>"));
            }
        }
        return out.toByteArray();
    }

    private static byte[] macroEnabled() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(text(
                    "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }
        return out.toByteArray();
    }
}
