package vn.thang.indicator.sheet;

import java.util.Locale;
import vn.thang.indicator.reading.ReadingColumn;
import vn.thang.indicator.reading.ReadingFault;
import vn.thang.table.Table;

/**
 * Why a line of a sheet is not taken.
 *
 * @param place the cell, such as E12
 */
public record SheetFault(String place, ReadingColumn column, ReadingFault fault) {

    static SheetFault of(int column, ReadingColumn kind, ReadingFault fault) {
        return new SheetFault(Table.place(fault.line(), column), kind, fault);
    }

    public String text(Locale locale) {
        return fault.text(locale);
    }
}
