package vn.thang.assessment.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thang.report.LibreOffice;

/** The workbook is filled and saved by LibreOffice with the settings of Vietnam, where that is installed. */
class AnswerWorkbookInLibreOfficeTest {

    private final SampleWorkbook sample = SampleWorkbook.national();

    @Test
    void whatLibreOfficeSavesIsTaken(@TempDir Path folder) throws Exception {
        LibreOffice office = LibreOffice.installed();
        byte[] written = sample.write(SampleWorkbook.answer("STR.1", "3", SampleWorkbook.COMMENT),
                SampleWorkbook.answer("STR.4", "2", "cũ"));
        FilledWorkbook before = sample.read(written);
        FilledByLibreOffice spreadsheet = new FilledByLibreOffice(office, written, folder);
        String sheet = before.cells().get("STR.1").sheet();
        spreadsheet.number(sheet, 3, AnswerWorkbook.ANSWER, 4);
        spreadsheet.text(sheet, 3, AnswerWorkbook.COMMENT, "Dòng một", "=Dòng hai");
        spreadsheet.text(sheet, 4, AnswerWorkbook.ANSWER, "5,0");
        byte[] saved = spreadsheet.save();

        FilledWorkbook read = sample.read(saved);
        assertEquals(before.manifest(), read.manifest());
        assertEquals("4", read.cells().get("STR.2").value());
        assertEquals("Dòng một\n=Dòng hai", read.cells().get("STR.2").comment());
        assertEquals("5", read.cells().get("STR.3").value());
        assertEquals("3", read.cells().get("STR.1").value());
        assertEquals(SampleWorkbook.COMMENT, read.cells().get("STR.1").comment());
        assertEquals("cũ", read.cells().get("STR.4").comment());
        assertNull(read.cells().get("GOV.1").value());

        spreadsheet.number(sheet, 3, AnswerWorkbook.ANSWER, 2.5);
        byte[] wrong = spreadsheet.save();
        WorkbookFault fault = assertThrows(WorkbookRefused.class, () -> sample.read(wrong)).faults().get(0);
        assertEquals(List.of(sheet, "E4", "level"), List.of(fault.sheet(), fault.cell(), fault.reason()));
    }
}
