package vn.thang.assessment.workbook;

import java.util.List;
import java.util.Locale;
import vn.thang.platform.Texts;

/**
 * What is wrong in a filled workbook, where, and how to mend it.
 *
 * @param sheet  empty when the whole file is meant
 * @param cell   such as C7; empty when a whole sheet is meant
 * @param reason last part of the key of the texts
 */
public record WorkbookFault(String sheet, String cell, String reason, List<Object> arguments) {

    static WorkbookFault file(String reason, Object... arguments) {
        return new WorkbookFault("", "", reason, List.of(arguments));
    }

    static WorkbookFault at(String sheet, String cell, String reason, Object... arguments) {
        return new WorkbookFault(sheet, cell, reason, List.of(arguments));
    }

    public String text(Locale locale) {
        return Texts.text(locale, "workbook.fault." + reason, arguments.toArray());
    }

    public String remedy(Locale locale) {
        return Texts.text(locale, "workbook.remedy." + reason);
    }
}
