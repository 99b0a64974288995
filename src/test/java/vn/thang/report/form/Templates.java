package vn.thang.report.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Templates as somebody may upload them, honest ones and hostile ones. */
final class Templates {

    private Templates() {
    }

    static byte[] sheet(Consumer<XSSFWorkbook> design) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            design.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] word(Consumer<XWPFDocument> design) {
        try (XWPFDocument word = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            design.accept(word);
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A workbook with one cell. */
    static byte[] cell(String text) {
        return sheet(workbook -> workbook.createSheet("Biểu").createRow(1).createCell(1).setCellValue(text));
    }

    /** A document with one paragraph. */
    static byte[] paragraph(String text) {
        return word(word -> word.createParagraph().createRun().setText(text));
    }

    /** The same package with one part more, or another in its place. */
    static byte[] with(byte[] content, String name, String part) {
        return with(content, name, part.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] with(byte[] content, String name, byte[] part) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(part);
            out.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static String part(byte[] content, String name) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            throw new AssertionError("No part " + name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
