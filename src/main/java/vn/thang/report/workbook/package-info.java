/** The national workbook, whose scores are formulas, the workbook of discrepancies, and the pictures of a round. */
package vn.thang.report.workbook;
